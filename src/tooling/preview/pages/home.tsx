import { countsOf } from "../../check/report/findings-text.ts";
import { languageName, languageTags } from "../../templates/is-language-tag.ts";
import { type Cell, type CellState, cellStates, type MatrixRow, matrixOf } from "../matrix-of.ts";
import { type PreviewState, sharedFindings } from "../preview-state.ts";
import { errorWords, Findings } from "./findings.tsx";
import { messageTitles, stateWords } from "./message-titles.ts";
import { Page, type PageContext } from "./page.tsx";

/** The matrix: all messages in all languages. */
export function Home({ state, page }: { state: PreviewState; page: PageContext }) {
  const rows = matrixOf(state);
  const { state: only } = page.view;
  const shown = rows.filter(({ cells }) => only === undefined || cells.some((cell) => cell.state === only));
  const shared = sharedFindings(state);
  return (
    <Page title="All messages" page={page} wrong={errorWords(state.checkAll())}>
      <h1>All messages</h1>
      <States rows={rows} page={page} />
      {shared.length === 0 ? null : (
        <section class="card" aria-labelledby="shared">
          <h2 id="shared">About more than one message</h2>
          <Findings findings={shared} files={state.project.files} />
        </section>
      )}
      {rows.length === 0 || state.messages.length === 0 ? (
        <p class="card">
          {shared.length > 0
            ? "The messages are shown as soon as the settings can be read."
            : "There is no message here yet. Each is a file such as templates/messages/forgot-password.html.hbs."}
        </p>
      ) : (
        <Matrix rows={shown} state={state} page={page} />
      )}
      {page.live?.token === undefined ? null : <NewLanguage locales={state.locales} />}
    </Page>
  );
}

/** How many cells are in each state; each is a link that shows only the languages with one. */
function States({ rows, page: { view, links, live } }: { rows: readonly MatrixRow[]; page: PageContext }) {
  const states = rows.flatMap(({ cells }) => cells.map(({ state }) => state));
  const counts = cellStates
    .map((state) => ({ state, count: states.filter((each) => each === state).length }))
    .filter(({ count }) => count > 0)
    .reverse();
  const words = (state: CellState, count: number) => (
    <>
      <span aria-hidden="true">{stateWords[state].sign}</span> {count} {stateWords[state].word}
    </>
  );
  return (
    <ul class="states" aria-label="Messages by state">
      {counts.map(({ state, count }) => (
        <li class={className(state)}>
          {live ? (
            <a
              href={links.home({ state: view.state === state ? undefined : state })}
              aria-current={view.state === state ? "true" : undefined}
            >
              {words(state, count)}
            </a>
          ) : (
            words(state, count)
          )}
        </li>
      ))}
      {view.state === undefined ? null : (
        <li>
          <a href={links.home()}>Show all languages</a>
        </li>
      )}
    </ul>
  );
}

interface MatrixProps {
  readonly rows: readonly MatrixRow[];
  readonly state: PreviewState;
  readonly page: PageContext;
}

function Matrix({ rows, state, page: { links } }: MatrixProps) {
  const titles = state.messages.map(({ source }) => messageTitles[source]);
  return (
    <section class="scroll" tabindex={0} aria-label="Messages by languages">
      <table class="matrix">
        <thead>
          <tr>
            {["Language", "Texts", ...titles].map((title) => (
              <th scope="col">{title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr>
              <th scope="row">
                <Language row={row} href={links.language(row.locale)} settings={state.project.settings} />
              </th>
              <td class="texts">
                <Texts row={row} links={links} />
              </td>
              {row.cells.map((cell) => (
                <td data-title={messageTitles[cell.message.source]}>
                  <CellLink cell={cell} href={links.message(cell.locale, cell.message.name)} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

interface LanguageProps {
  readonly row: MatrixRow;
  readonly href: string | undefined;
  readonly settings: { readonly source: string; readonly default: string };
}

function Language({ row: { locale, reviewed }, href, settings }: LanguageProps) {
  const notes = [
    locale === settings.source ? "source" : "",
    locale === settings.default ? "default" : "",
    reviewed ? `reviewed: ${reviewed}` : locale === settings.source ? "" : "not reviewed",
  ].filter(Boolean);
  const name = languageName(locale);
  return (
    <>
      {href ? <a href={href}>{name}</a> : name} <span class="tag">{locale}</span>
      <span class="notes">{notes.join(", ")}</span>
    </>
  );
}

function Texts({ row, links }: { row: MatrixRow; links: PageContext["links"] }) {
  const { locale, complete, missing, outOfDate } = row;
  const missingHref = links.language(locale, { strings: "missing" });
  const oldHref = links.language(locale, { strings: "out of date" });
  return (
    <>
      {Math.floor(complete * 100)} %
      {missing === 0 ? null : <Count words={`${missing} missing`} href={missingHref} />}
      {outOfDate === 0 ? null : <Count words={`${outOfDate} out of date`} href={oldHref} />}
    </>
  );
}

function Count({ words, href }: { words: string; href: string | undefined }) {
  return <span class="count">{href ? <a href={href}>{words}</a> : words}</span>;
}

function CellLink({ cell, href }: { cell: Cell; href: string }) {
  const { state, errors, warnings, missing, message, locale } = cell;
  const { sign, word } = stateWords[state];
  const detail = state === "missing" ? `${missing.length} missing` : countsOf(errors, warnings) || word;
  return (
    <a class={`state ${className(state)}`} href={href}>
      <span aria-hidden="true">{sign}</span>{" "}
      <span class="unseen">{`${messageTitles[message.source]} in ${languageName(locale)}: `}</span>
      {state === "draft" || state === "not offered" ? word : detail}
    </a>
  );
}

/** Starts a language: by its name, or by a tag such as pt-BR. */
function NewLanguage({ locales }: { locales: readonly string[] }) {
  return (
    <form id="new-language" class="card">
      <label for="language">Add a language</label>
      <input
        id="language"
        name="language"
        list="languages"
        placeholder="Italian, or a tag such as pt-BR"
        autocomplete="off"
        required
      />
      <datalist id="languages">
        {[...languageTags()].map(([name, tag]) =>
          locales.includes(tag) ? null : <option value={name}>{tag}</option>,
        )}
      </datalist>
      <button type="submit">Start</button>
    </form>
  );
}

function className(state: CellState): string {
  return state.replaceAll(" ", "-");
}
