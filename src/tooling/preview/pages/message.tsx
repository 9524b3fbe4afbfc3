import { type Finding, inOneLine, isError } from "../../check/finding.ts";
import { countsOf } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/language-tag.ts";
import { partNames } from "../../templates/messages.ts";
import type { Links } from "../links.ts";
import type { Picture } from "../picture.ts";
import type { ShownMessage } from "../shown-message.ts";
import type { View } from "../view.ts";
import type { Workbench } from "../workbench.ts";
import { anchor } from "./anchor.ts";
import { Controls, Values } from "./controls.tsx";
import { Findings } from "./findings.tsx";
import { Letter } from "./letter.tsx";
import { messageNames, partWords } from "./names.ts";
import { type Assets, errorWords, Page } from "./page.tsx";
import { Source } from "./source.tsx";
import { Visible } from "./visible.tsx";

interface MessagePageProps {
  readonly bench: Workbench;
  readonly shown: ShownMessage;
  /** The same in the default language, to stand beside it. */
  readonly reference: ShownMessage | undefined;
  readonly view: View;
  readonly links: Links;
  readonly assets: Assets;
}

/** A message in a language: everything at once. */
export function MessagePage({ bench, shown, reference, view, links, assets }: MessagePageProps) {
  const { locale, source, findings, picture } = shown;
  const title = `${messageNames[source]} in ${languageName(locale)}`;
  const other = reference && withoutShared(reference, shown);
  const files = [...shown.files, ...(other?.files ?? [])];
  const columns = other ? "columns two" : "columns";
  const own: Side = { side: "own", message: shown, title: other && languageName(locale) };
  const sides = other
    ? [
        own,
        {
          side: "reference",
          message: other,
          title: `${languageName(other.locale)}, to compare with`,
        } as const,
      ]
    : [own];
  return (
    <Page
      title={title}
      links={links}
      assets={assets}
      view={view}
      summary={summaryOf(title, findings)}
      wrong={wrongWords(other ? [shown, other] : [shown])}
    >
      <h1 id="heading" data-swap>
        {messageNames[source]} <span class="in">in {languageName(locale)}</span>{" "}
        <span class="tag">{locale}</span>
      </h1>
      <Controls
        bench={bench}
        shown={shown}
        view={view}
        links={links}
        isServed={assets.script !== undefined}
      />
      {assets.script === undefined ? (
        <p class="quiet">
          Shown{" "}
          {view.sampleName === "" ? "for somebody of whom nothing is known" : `for “${view.sampleName}”`}
          {picture ? `, with the brand ${picture.brand.name}` : ""}, in light colours.
        </p>
      ) : null}
      <Banner shown={shown} />
      <div class={columns} id="findings-columns" data-swap="children">
        {sides.map((each) => (
          <FindingsCard
            side={each.side}
            message={each.message}
            files={files}
            isAlone={!other}
            isShort={
              each.side === "reference" &&
              reference !== undefined &&
              each.message.findings.length < reference.findings.length
            }
          />
        ))}
      </div>
      {assets.script === undefined ? null : <Values bench={bench} shown={shown} view={view} />}
      <div class={columns} id="columns" data-swap="children">
        {sides.map((each) => (
          <Letter shown={each.message} view={view} links={links} side={each.side} title={each.title} />
        ))}
      </div>
      <div class={columns} id="source-columns" data-swap="children">
        {sides.map((each) => (
          <SourceCard side={each.side} message={each.message} isAlone={!other} />
        ))}
      </div>
      {picture ? <Answer picture={picture} /> : null}
    </Page>
  );
}

/** One of the messages on the page. */
interface Side {
  readonly side: "own" | "reference";
  readonly message: ShownMessage;
  readonly title: string | undefined;
}

/** What two languages share, such as partials, stands on the page once. */
function withoutShared(reference: ShownMessage, { files, findings }: ShownMessage): ShownMessage {
  const shown = new Set(files.map(({ file }) => file));
  return {
    ...reference,
    files: reference.files.filter(({ file }) => !shown.has(file)),
    findings: reference.findings.filter((finding) => !findings.includes(finding)),
  };
}

interface SideProps extends Omit<Side, "title"> {
  /** Whether no other language stands beside it: then it need not be said which one it is. */
  readonly isAlone: boolean;
}

interface FindingsCardProps extends SideProps {
  /** All that stand on the page. */
  readonly files: ShownMessage["files"];
  /** Whether some more is said of it, which stands beside. */
  readonly isShort: boolean;
}

function FindingsCard({ side, message, files, isAlone, isShort }: FindingsCardProps) {
  const { locale, findings } = message;
  const line = ({ file, line: at }: Finding) =>
    files.some((each) => each.file === file) ? `#${anchor(file, at)}` : undefined;
  const id = `findings-${side}`;
  return (
    <section
      class={findings.length > 0 ? "card" : "card slim"}
      aria-labelledby={`${id}-heading`}
      id={id}
      data-swap
    >
      <h2 id={`${id}-heading`}>Findings{isAlone ? "" : ` in ${languageName(locale)}`}</h2>
      <Findings
        findings={findings}
        line={line}
        none={
          isShort
            ? "Nothing is wrong here but what both share."
            : isBroken(message)
              ? "Nothing else is said of it."
              : undefined
        }
      />
    </section>
  );
}

function SourceCard({ side, message: { locale, files, findings }, isAlone }: SideProps) {
  const id = `source-${side}`;
  return (
    <section class="card" aria-labelledby={`${id}-heading`} id={id} data-swap>
      <h2 id={`${id}-heading`}>Source{isAlone ? "" : ` in ${languageName(locale)}`}</h2>
      {files.map((file) => (
        <Source file={file} findings={findings.filter((each) => each.file === file.file)} />
      ))}
    </section>
  );
}

/** What there is to be known, for whoever cannot see it at once. */
function summaryOf(title: string, findings: readonly Finding[]): string {
  const errors = findings.filter(isError).length;
  return `${title}: ${countsOf(errors, findings.length - errors) || "nothing is wrong"}.`;
}

/** The same in a word or two, of all that stands on the page; `undefined` where nothing is wrong. */
function wrongWords(messages: readonly ShownMessage[]): string | undefined {
  if (messages.some(({ isFormer }) => isFormer)) return "Does not compile.";
  if (messages.some(({ picture }) => !picture)) return "No picture yet.";
  return errorWords(messages.flatMap(({ findings }) => findings));
}

/** Whether what is saved now cannot be shown. */
function isBroken({ isFormer, picture }: ShownMessage): boolean {
  return isFormer || picture === undefined;
}

/** Why the picture is not that of what is saved, in the words of the rule that says so. */
function Banner({ shown }: { shown: ShownMessage }) {
  const { picture } = shown;
  return (
    <div id="banner" data-swap>
      {isBroken(shown) ? (
        <p class={shown.isMeant ? "banner failing" : "banner warned"}>
          <WhyBroken shown={shown} />
        </p>
      ) : null}
      {picture && picture.warnings.length > 0 ? (
        <p class="banner failing">
          <strong>People would not get it as it is meant.</strong> {whyNot(picture)}
        </p>
      ) : null}
    </div>
  );
}

function WhyBroken({
  shown: { locale, source, picture, isMeant, findings, files, missing },
}: {
  shown: ShownMessage;
}) {
  if (!isMeant)
    return (
      <>
        “{messageNames[source]}” is not offered in {languageName(locale)}.
      </>
    );
  const errors = findings.filter(isError);
  const error = errors.find(({ rule }) => rule === "template-syntax") ?? errors[0];
  const said = picture ? "This is the last version that worked." : "There is no picture of this message yet.";
  return (
    <>
      <strong>{said}</strong>{" "}
      {error === undefined ? (
        `It lacks ${list.format(missing)}.`
      ) : files.some(({ file }) => file === error.file) ? (
        <a href={`#${anchor(error.file, error.line)}`}>{inOneLine(error)}</a>
      ) : (
        inOneLine(error)
      )}
    </>
  );
}

const list = new Intl.ListFormat("en-GB");

/** What the trigger does instead, in words. */
function whyNot({ parts, refused }: Picture): string {
  const left = partNames.filter((part) => parts[part] === undefined).map((part) => partWords[part]);
  if (left.length === 0) return "It is sent without the person's own values.";
  const reasons = partNames.flatMap((part) => refused[part]?.reasons ?? []);
  return `Cognito's own text is sent for the ${list.format(left)}: ${reasons.join("; ")}.`;
}

/** The trigger's answer as it goes to Cognito. */
function Answer({ picture: { parts } }: { picture: Picture }) {
  const rows = [
    ["emailSubject", parts.subject],
    ["smsMessage", parts.sms],
    ["emailMessage", parts.email],
  ] as const;
  return (
    <section class="card" aria-labelledby="answer-heading" id="answer" data-swap>
      <details id="answer-fold">
        <summary>
          <h2 id="answer-heading">What Cognito is given</h2>
        </summary>
        <p>The placeholders are filled in when it is sent.</p>
        {rows.map(([name, text]) => (
          <>
            <h3>{name}</h3>
            <pre class="answer" tabindex={0} dir="auto">
              {text === undefined ? "null" : <Visible text={text} />}
            </pre>
          </>
        ))}
      </details>
    </section>
  );
}
