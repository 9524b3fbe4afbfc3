import { counted, countsOf } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/language-tag.ts";
import { sharedFindings } from "../about-message.ts";
import type { Filter } from "../filter.ts";
import type { Links } from "../links.ts";
import type { Cell, CellState, MatrixRow } from "../matrix.ts";
import { cellStates, matrixOf } from "../matrix.ts";
import { queryOf, type View } from "../view.ts";
import type { Workbench } from "../workbench.ts";
import { anchor } from "./anchor.ts";
import { Findings } from "./findings.tsx";
import { messageNames, stateWords } from "./names.ts";
import { type Assets, errorWords, Page } from "./page.tsx";
import { SharedSource } from "./shared-source.tsx";

interface HomeProps {
  readonly bench: Workbench;
  /** How the messages are looked at from here on, and which of them. */
  readonly view: View;
  readonly links: Links;
  readonly assets: Assets;
}

/** The matrix: all messages in all languages. */
export function Home({ bench, view, links, assets }: HomeProps) {
  const { filter } = view;
  const rows = matrixOf(bench);
  const shown = rows.filter((row) => isShown(row, filter));
  const shared = sharedFindings(bench);
  return (
    <Page
      title="All messages"
      links={links}
      assets={assets}
      view={view}
      summary={summaryOf(shown.length, rows.length)}
      wrong={errorWords(bench.checked.findings)}
    >
      <h1>All messages</h1>
      <Summary
        rows={rows}
        kept={queryOf({ ...view, filter: { find: "" } }, bench)}
        isServed={assets.script !== undefined}
        filter={filter}
      />
      {shared.length === 0 ? null : (
        <section class="card" aria-labelledby="shared" id="shared-findings" data-swap>
          <h2 id="shared">What concerns more than one message</h2>
          <Findings
            findings={shared}
            line={({ file, line }) =>
              bench.checked.project.files.has(file) ? `#${anchor(file, line)}` : undefined
            }
          />
        </section>
      )}
      <div id="matrix" data-swap>
        {rows.length === 0 ? (
          <Empty hasFindings={shared.length > 0} />
        ) : shown.length === 0 ? (
          <p class="empty card">{nothingLike(filter)}</p>
        ) : (
          <Table rows={shown} bench={bench} view={view} links={links} />
        )}
      </div>
      <SharedSource findings={shared} bench={bench} />
    </Page>
  );
}

/** How many languages are shown, for whoever cannot see it at once. */
function summaryOf(shown: number, all: number): string {
  if (shown === all) return `All messages, in ${counted(all, "language")}.`;
  return `${shown} of ${counted(all, "language")} ${shown === 1 ? "is" : "are"} shown.`;
}

function isShown({ locale, cells }: MatrixRow, { state, find }: Filter): boolean {
  const isFound = `${languageName(locale)} ${locale}`.toLowerCase().includes(find.toLowerCase());
  return isFound && (state === undefined || cells.some((cell) => cell.state === state));
}

function nothingLike({ state, find }: Filter): string {
  if (find !== "")
    return `No language is called “${find}”${state ? ` and has a message that is ${state}` : ""}.`;
  return `No message is ${state}.`;
}

function Empty({ hasFindings }: { hasFindings: boolean }) {
  return (
    <p class="empty card">
      {hasFindings
        ? "The messages are shown as soon as the settings can be read."
        : "There is no message here yet. Each is a file such as templates/messages/forgot-password.html.hbs."}
    </p>
  );
}

interface SummaryProps {
  readonly rows: readonly MatrixRow[];
  /** What of the address is none of the filter's business. */
  readonly kept: URLSearchParams;
  readonly isServed: boolean;
  readonly filter: Filter;
}

function Summary({ rows, kept, isServed, filter }: SummaryProps) {
  const cells = rows.flatMap((row) => row.cells);
  const counts = cellStates.map((state) => ({
    state,
    count: cells.filter((cell) => cell.state === state).length,
  }));
  return (
    <form class="summary" id="summary" method="get" action="/" data-live data-swap>
      <ul class="counts">
        {counts.map(({ state, count }) => (
          <li class={`count ${count === 0 ? "none" : className(state)}`}>
            <span class="sign" aria-hidden="true">
              {stateWords[state].sign}
            </span>{" "}
            <b>{count}</b> {stateWords[state].word}
          </li>
        ))}
      </ul>
      {isServed ? (
        <div class="filters">
          {[...kept].map(([name, value]) => (
            <input type="hidden" name={name} value={value} />
          ))}
          <label>
            Show{" "}
            <select name="state" id="filter-state">
              <option value="">all languages</option>
              {cellStates.map((state) => (
                <option value={state} selected={filter.state === state}>
                  languages with one {stateWords[state].word}
                </option>
              ))}
            </select>
          </label>
          <label>
            Language{" "}
            <input name="find" id="filter-find" type="search" value={filter.find} placeholder="German, de" />
          </label>
          <button type="submit" class="without-script">
            Show
          </button>
        </div>
      ) : null}
    </form>
  );
}

interface TableProps {
  readonly rows: readonly MatrixRow[];
  readonly bench: Workbench;
  readonly view: View;
  readonly links: Links;
}

function Table({ rows, bench, view, links }: TableProps) {
  return (
    <section class="scroll" tabindex={0} aria-label="Messages by languages, scrolls">
      <table class="matrix">
        <thead>
          <tr>
            <th scope="col">Language</th>
            <th scope="col">Complete</th>
            {bench.messages.map(({ source }) => (
              <th scope="col">{messageNames[source]}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                {languageName(row.locale)} <span class="tag">{row.locale}</span>
                {row.isDefault ? <span class="note"> default</span> : null}
              </th>
              <td>
                <Complete share={row.complete} locale={row.locale} />
              </td>
              {row.cells.map((cell) => (
                <td class="cell">
                  <CellLink cell={cell} href={links.message(cell.locale, cell.message.name, view)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function Complete({ share, locale }: { share: number; locale: string }) {
  const percent = Math.floor(share * 100);
  return (
    <span class="complete">
      <progress max={100} value={percent} aria-label={`${languageName(locale)}: complete`} /> {percent} %
    </span>
  );
}

function CellLink({ cell, href }: { cell: Cell; href: string }) {
  const { sign, word } = stateWords[cell.state];
  const what = [countsOf(cell.errors, cell.warnings), missingWords(cell)]
    .filter((each) => each !== "")
    .join(", ");
  const inside = (
    <>
      <span class="unseen">{`${messageNames[cell.message.source]} in ${languageName(cell.locale)}: `}</span>
      <span class="sign" aria-hidden="true">
        {sign}
      </span>{" "}
      <span class="word">{word}</span>
      {what === "" ? null : <span class="what">{what}</span>}
    </>
  );
  if (cell.state === "not offered") return <span class="state not-offered">{inside}</span>;
  return (
    <a class={`state ${className(cell.state)}`} href={href}>
      {inside}
    </a>
  );
}

function missingWords({ missing, state }: Cell): string {
  return missing.length === 0 || state === "not offered"
    ? ""
    : `${counted(missing.length, "string")} missing`;
}

function className(state: CellState): string {
  return state.replaceAll(" ", "-");
}
