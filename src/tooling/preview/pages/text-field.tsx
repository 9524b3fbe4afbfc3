import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import { characterName } from "../../check/character-name.ts";
import type { StringContext } from "../../check/editable-strings.ts";
import { type Finding, isError } from "../../check/finding.ts";
import { SHARED } from "../../templates/catalog.ts";
import { languageName } from "../../templates/is-language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import { messageSources } from "../../templates/message-sources.ts";
import type { EditedString } from "../edited-string.ts";
import { runsOf } from "../runs-of.ts";
import { Difference } from "./difference.tsx";
import { FieldFindings } from "./findings.tsx";
import { messageTitles, valueWords } from "./message-titles.ts";
import { Visible } from "./visible.tsx";

export interface TextFieldProps {
  readonly string: EditedString;
  readonly locale: string;
  readonly source: string;
  readonly findings: readonly Finding[];
  /** What there is to know of its length. */
  readonly length?: string | undefined;
  readonly isEditable: boolean;
}

/** What the keyboard does in a text field. */
export const SHORTCUTS = "Ctrl+Enter: next text. Ctrl+I: insert. Ctrl+S: save.";

/** The characters that authors need and keyboards lack. */
const INSERTABLE = ["\u00a0", "\u202f", "\u00ad", "\u200c", "\u200d", "\u200e", "\u200f"];

/** One string: the source text, a text field, and all that is to be known of it. */
export function TextField({ string, locale, source, findings, length, isEditable }: TextFieldProps) {
  const { id, key, text, base, isUnsaved, conflict, values, previousSource, inherited } = string;
  const own = findings.filter((finding) => isShownAt(id, finding) && finding.locale === locale);
  const field = `text-${id.replace(".", "-")}`;
  const hasInvisible = runsOf(text, { spaces: true }).some(({ isInvisible }) => isInvisible);
  const about = [
    ...(locale === source ? [] : [`${field}-source`]),
    `${field}-note`,
    ...(own.length > 0 ? [`${field}-findings`] : []),
  ].join(" ");
  const isWrong = own.some(isError);
  return (
    <div class="text" id={`${field}-row`} data-state={isUnsaved ? "unsaved" : undefined}>
      <p class="label">
        {isEditable ? <label for={field}>{titleOf(key)}</label> : <strong>{titleOf(key)}</strong>}{" "}
        <Chips string={string} findings={own} /> <span class="quiet">{useWords(string)}</span>
      </p>
      {locale === source ? null : (
        <p class="source" id={`${field}-source`} lang={source} dir={direction(source)}>
          <SourceText string={string} field={field} source={source} isEditable={isEditable} />
        </p>
      )}
      {isEditable ? (
        <textarea
          id={field}
          name={id}
          lang={locale}
          dir={direction(locale)}
          rows={Math.max(1, Math.ceil(text.length / 60))}
          spellcheck
          data-base={base}
          aria-describedby={about}
          aria-invalid={isWrong ? "true" : undefined}
          placeholder={inherited && `As in ${languageName(inherited.tag)}: ${inherited.value}`}
        >
          {`\n${text}`}
        </textarea>
      ) : (
        <p class="own" lang={locale} dir={direction(locale)}>
          {text === "" ? (inherited?.value ?? "–") : <Visible text={text} />}
        </p>
      )}
      {isEditable ? <Insert values={values} field={field} label={titleOf(key)} /> : null}
      <div class="note" id={`${field}-note`}>
        {length === undefined ? null : <span>{length}</span>}
        {hasInvisible && isEditable ? (
          <span lang={locale}>
            <Visible text={text} spaces />
          </span>
        ) : null}
        {locale !== source && text !== "" && text === string.source ? (
          <span>the same as in {languageName(source)}</span>
        ) : null}
        {previousSource !== undefined && isEditable && !isUnsaved ? (
          <button type="button" class="up-to-date" data-id={id}>
            Still right: mark as up to date
          </button>
        ) : null}
      </div>
      {conflict === undefined ? null : (
        <div class="banner error conflict">
          <strong>Somebody has saved another text meanwhile:</strong>
          <p class="own" lang={locale} dir={direction(locale)} data-text={conflict}>
            {conflict === "" ? "(nothing)" : <Visible text={conflict} />}
          </p>
          <button type="button" class="use-theirs" data-field={field}>
            Use this text
          </button>{" "}
          <button type="button" class="keep-mine" data-field={field}>
            Keep mine
          </button>
        </div>
      )}
      <FieldFindings findings={own} id={`${field}-findings`} />
    </div>
  );
}

/** Whether a finding is written below a string; that it is out of date is seen by the difference. */
export function isShownAt(id: string, { key, rule }: Finding): boolean {
  return key === id && rule !== "out-of-date";
}

/** A key as a title: `not-you` as "Not you", `sms` as "SMS". */
export function titleOf(key: string): string {
  if (key === "sms") return "SMS";
  const words = key.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** What the string is for, in words. */
function useWords({ section, uses }: EditedString): string {
  if (uses.length === 0) return "in no message";
  const places = [...new Set(uses.map(({ context }) => contextWords[context]))].filter(Boolean).join(", ");
  if (section !== SHARED) return places;
  const messages = [...new Set(uses.map(({ message }) => message))];
  const titles = messages.map((name) => messageTitles[messageSources[name] as CustomMessageSource]);
  return `${places} in ${titles.length > 3 ? `${titles.length} messages` : titles.join(", ")}`;
}

const contextWords: Readonly<Record<StringContext, string>> = {
  subject: "",
  sms: "",
  "page title": "title of the email, which few programs show",
  preheader: "preview after the subject, in the inbox",
  heading: "heading",
  paragraph: "paragraph",
  link: "button or link",
  text: "text",
  alt: "description of a picture",
  title: "tooltip",
  "aria-label": "for screen readers",
};

/** What is to be done about the string. */
function Chips({ string, findings }: { string: EditedString; findings: readonly Finding[] }) {
  const { isUnsaved, isMissing, previousSource, isRequired } = string;
  return (
    <>
      {isUnsaved ? <span class="chip unsaved">not saved</span> : null}
      {isMissing ? <span class="chip missing">missing</span> : null}
      {!isUnsaved && previousSource !== undefined ? <span class="chip warning">out of date</span> : null}
      {findings.some(isError) ? (
        <span class="chip error">error</span>
      ) : findings.length > 0 ? (
        <span class="chip warning">warning</span>
      ) : null}
      {isRequired ? null : <span class="chip">optional</span>}
    </>
  );
}

interface SourceTextProps {
  readonly string: EditedString;
  readonly field: string;
  readonly source: string;
  readonly isEditable: boolean;
}

/** The source text; a value in it is a button that inserts it, as the list "Insert" does by keyboard. */
function SourceText({ string, field, source, isEditable }: SourceTextProps) {
  const { source: text = "", previousSource } = string;
  if (previousSource !== undefined) return <Difference old={previousSource} now={text} lang={source} />;
  const pieces = text.split(/(\{\{ ?[^{}]+ ?\}\})/);
  return (
    <>
      {pieces.map((piece, index) =>
        index % 2 === 1 && isEditable ? (
          <button type="button" class="value" tabindex={-1} data-insert={piece} data-field={field}>
            {piece}
          </button>
        ) : (
          <Visible text={piece} />
        ),
      )}
    </>
  );
}

interface InsertProps {
  readonly values: readonly string[];
  readonly field: string;
  readonly label: string;
}

/**
 * What can be inserted where the cursor is: the values that the string may print, and characters by name. The keyboard
 * reaches it by Ctrl+I, so that Tab leads from text to text.
 */
function Insert({ values, field, label }: InsertProps) {
  return (
    <select
      class="insert"
      id={`${field}-insert`}
      data-field={field}
      aria-label={`Insert into ${label} (Ctrl+I)`}
      tabindex={-1}
    >
      <option value="">Insert…</option>
      <optgroup label="Values">
        {values.map((name) => (
          <option value={`{{${name}}}`}>
            {name}
            {valueWords[name] && `: ${valueWords[name]}`}
          </option>
        ))}
      </optgroup>
      <optgroup label="Invisible characters">
        {INSERTABLE.map((character) => (
          <option value={character}>{characterName(character)}</option>
        ))}
      </optgroup>
    </select>
  );
}
