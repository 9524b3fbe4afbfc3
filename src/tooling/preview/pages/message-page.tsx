import type { Child } from "hono/jsx";
import { lengths } from "../../../message/rejections.ts";
import { type Finding, inOneLine, isError } from "../../check/finding.ts";
import { counted } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/is-language-tag.ts";
import { partNames } from "../../templates/message-sources.ts";
import { delivered } from "../delivered.ts";
import type { EditedString } from "../edited-string.ts";
import type { PreviewState } from "../preview-state.ts";
import type { RenderedMessage } from "../rendered-message.ts";
import type { ShownMessage } from "../shown-message.ts";
import { Controls } from "./controls.tsx";
import { errorWords, Findings } from "./findings.tsx";
import { messageTitles, partWords } from "./message-titles.ts";
import { Page, type PageContext } from "./page.tsx";
import { Person } from "./person.tsx";
import { Result, smsWords } from "./result.tsx";
import { SHORTCUTS, TextField } from "./text-field.tsx";

interface MessagePageProps {
  readonly state: PreviewState;
  readonly shown: ShownMessage;
  /** The same message in the source language, to compare with. */
  readonly reference: ShownMessage | undefined;
  readonly page: PageContext;
}

/** A message in a language: its texts on the left, the result on the right; two tabs where there is no room. */
export function MessagePage({ state, shown, reference, page }: MessagePageProps) {
  const { message, locale, strings, findings, isFormer, rendered } = shown;
  const { project } = state;
  const { source } = project.settings;
  const title = messageTitles[message.source];
  const name = languageName(locale);
  const isAtField = ({ key, locale: tag }: Finding) => tag === locale && strings.some(({ id }) => id === key);
  const others = findings.filter((finding) => !isAtField(finding));
  const { live } = page;
  return (
    <Page
      title={`${title} in ${name}`}
      page={page}
      locale={locale}
      unsaved={strings.filter(({ isUnsaved }) => isUnsaved).length}
      wrong={isFormer || !rendered ? "This message cannot be compiled." : errorWords(findings)}
      wide
    >
      {live ? (
        <div class="tabs" role="tablist" aria-label="Texts and result">
          <button type="button" role="tab" id="tab-texts" aria-controls="texts" aria-selected="true">
            Texts
          </button>
          <button type="button" role="tab" id="tab-result" aria-controls="result" aria-selected="false">
            Result
          </button>
        </div>
      ) : null}
      <div class="columns">
        <Panel id="texts" isTab={live !== undefined}>
          <h1>
            {title} in {name} <span class="tag">{locale}</span>
          </h1>
          <Neighbours state={state} shown={shown} page={page} />
          {live?.token === undefined ? null : <p class="quiet">{SHORTCUTS}</p>}
          <Gaps shown={shown} state={state} />
          {strings.map((string) => (
            <TextField
              string={string}
              locale={locale}
              source={source}
              findings={findings}
              length={lengthWords(string, shown)}
              isEditable={live?.token !== undefined}
            />
          ))}
          {others.length === 0 ? null : (
            <section class="card" aria-labelledby="others">
              <h2 id="others">About more than one text</h2>
              <Findings findings={others} files={project.files} />
            </section>
          )}
        </Panel>
        <Panel id="result" isTab={live !== undefined}>
          {live ? (
            <Controls state={state} shown={shown} view={page.view} />
          ) : (
            <p class="quiet">
              Shown for {page.view.sampleName === "" ? "somebody" : `“${page.view.sampleName}”`}
              {rendered ? `, with the brand ${rendered.brand.name}` : ""}.
            </p>
          )}
          <Banner shown={shown} />
          <div class={reference ? "letters two" : "letters"}>
            <Result shown={shown} view={page.view} title={reference && name} />
            {reference ? (
              <Result shown={reference} view={page.view} title={languageName(reference.locale)} />
            ) : null}
          </div>
          {live ? <Person state={state} shown={shown} view={page.view} /> : null}
        </Panel>
      </div>
    </Page>
  );
}

interface PanelProps {
  readonly id: "texts" | "result";
  readonly isTab: boolean;
  readonly children: Child;
}

function Panel({ id, isTab, children }: PanelProps) {
  if (!isTab) return <div id={id}>{children}</div>;
  return (
    <div id={id} role="tabpanel" aria-labelledby={`tab-${id}`}>
      {children}
    </div>
  );
}

/** The ways to the same message in other languages, to other messages, and to all texts of the language. */
function Neighbours({ state, shown, page: { links, live } }: Omit<MessagePageProps, "reference">) {
  const { message, locale } = shown;
  const name = languageName(locale);
  if (!live) {
    return (
      <nav class="neighbours" aria-label="The same message in other languages">
        {state.locales.map((each) => (
          <a href={links.message(each, message.name)} aria-current={each === locale ? "page" : undefined}>
            {languageName(each)}
          </a>
        ))}
      </nav>
    );
  }
  return (
    <nav class="neighbours" aria-label="Other messages and languages">
      <label>
        Message{" "}
        <select id="go-message" data-go>
          {state.messages.map((each) => (
            <option value={links.message(locale, each.name)} selected={each.name === message.name}>
              {messageTitles[each.source]}
            </option>
          ))}
        </select>
      </label>
      <label>
        Language{" "}
        <select id="go-locale" data-go>
          {state.locales.map((each) => (
            <option value={links.message(each, message.name)} selected={each === locale}>
              {languageName(each)}
            </option>
          ))}
        </select>
      </label>
      <a href={links.language(locale)}>
        All texts<span class="unseen"> in {name}</span>
      </a>
    </nav>
  );
}

/** Why the result is not what is saved, or not what people get. */
function Banner({ shown: { isFormer, rendered, findings } }: Pick<MessagePageProps, "shown">) {
  const errors = findings.filter(isError);
  const error = errors.find(({ rule }) => rule === "template-syntax") ?? errors[0];
  return (
    <div id="banner">
      {isFormer || !rendered ? (
        <p class="banner error">
          <strong>
            {rendered ? "This is the last version that worked." : "This message cannot be shown yet."}
          </strong>{" "}
          {error ? inOneLine(error) : ""}
        </p>
      ) : null}
      {rendered && rendered.warnings.length > 0 ? (
        <p class="banner error">
          <strong>People do not get what is written here.</strong> {fallbackWords(rendered)}
        </p>
      ) : null}
    </div>
  );
}

/** What the trigger sends instead, in words. */
function fallbackWords({ parts }: RenderedMessage): string {
  const left = partNames.filter((part) => parts[part] === undefined);
  if (left.length === 0) return "It is sent without the person's own values.";
  const list = new Intl.ListFormat("en-GB");
  const words = list.format(left.map((part) => partWords[part]));
  return `Amazon Cognito, which sends the messages, uses a text of its own for the ${words}.`;
}

function Gaps({ shown, state }: Pick<MessagePageProps, "shown" | "state">) {
  const { missing, locale } = shown;
  const { source, default: first } = state.project.settings;
  if (missing.length === 0 || locale === source) return null;
  const isOne = missing.length === 1;
  return (
    <p class="banner warning" id="gaps">
      {counted(missing.length, "text")} {isOne ? "is" : "are"} missing. The result shows the{" "}
      {languageName(source)} text in {isOne ? "its place" : "their places"}; until{" "}
      {isOne ? "it is" : "all are"} there, people get this message in{" "}
      {locale === first ? languageName(source) : languageName(first)}.
    </p>
  );
}

/** How long a subject or an SMS is with the values of the person that it is shown for. */
function lengthWords(
  { key, limit, text: written }: EditedString,
  { rendered, message }: ShownMessage,
): string | undefined {
  if (limit === undefined || !rendered || written.trim() === "") return undefined;
  const part = key === "sms" ? "sms" : "subject";
  const text = rendered.parts[part] ?? rendered.rejected[part]?.text;
  if (text === undefined) return undefined;
  const sent = delivered(text, message.source);
  if (part === "sms") return smsWords(sent);
  return `${sent.length} of ${lengths.subject.most} characters`;
}
