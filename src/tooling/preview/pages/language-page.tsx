import { isError } from "../../check/finding.ts";
import { countsOf } from "../../check/report/findings-text.ts";
import { languageName } from "../../templates/is-language-tag.ts";
import type { EditedString } from "../edited-string.ts";
import type { PreviewState } from "../preview-state.ts";
import type { ShownLanguage } from "../shown-language.ts";
import { type StringFilter, stringFilters } from "../view.ts";
import { errorWords, Findings } from "./findings.tsx";
import { messageTitles } from "./message-titles.ts";
import { Page, type PageContext } from "./page.tsx";
import { isShownAt, SHORTCUTS, TextField } from "./text-field.tsx";

interface LanguagePageProps {
  readonly state: PreviewState;
  readonly shown: ShownLanguage;
  /** The ids of the strings that are on the page already, and stay there though they are written by now. */
  readonly kept: readonly string[];
  readonly page: PageContext;
}

/** All strings of a language. */
export function LanguagePage({ state, shown, kept, page }: LanguagePageProps) {
  const { project } = state;
  const { locale, strings, findings, isFormer } = shown;
  const { source } = project.settings;
  const { strings: filter } = page.view;
  const matches: Record<StringFilter, (string: EditedString) => boolean> = {
    missing: ({ isMissing, isRequired }) => isMissing && isRequired,
    "out of date": ({ previousSource }) => previousSource !== undefined,
    findings: ({ id }) => findings.some((finding) => isShownAt(id, finding)),
    "not saved": ({ isUnsaved }) => isUnsaved,
  };
  const visible = strings.filter(
    (string) =>
      filter === undefined || matches[filter](string) || string.isUnsaved || kept.includes(string.id),
  );
  const others = findings.filter((finding) => !strings.some(({ id }) => id === finding.key));
  const sections = Map.groupBy(visible, ({ section }) => section);
  const isEditable = page.live?.token !== undefined;
  const outOfDate = strings.filter((string) => matches["out of date"](string) && !string.isUnsaved);
  const name = languageName(locale);
  return (
    <Page
      title={`${name}: all texts`}
      page={page}
      locale={locale}
      unsaved={strings.filter(({ isUnsaved }) => isUnsaved).length}
      wrong={errorWords(findings)}
    >
      <h1>
        {name} <span class="tag">{locale}</span>
      </h1>
      {isFormer ? (
        <p class="banner error" id="banner">
          <strong>This is how it was before.</strong> templates/locales/{locale}.json, or the file of a
          language that it inherits from, cannot be read: nothing can be saved until it is right again.
        </p>
      ) : null}
      <About state={state} shown={shown} isEditable={isEditable} />
      <ul class="states" aria-label="Texts to show">
        {[undefined, ...stringFilters].map((each) => {
          const count = each === undefined ? strings.length : strings.filter(matches[each]).length;
          if (count === 0 && each !== filter) return null;
          return (
            <li>
              <a
                href={page.links.language(locale, { strings: each })}
                aria-current={each === filter ? "true" : undefined}
                data-live
              >
                {count > 0 && `${count} `}
                {each === undefined ? (count === 1 ? "text" : "texts") : filterWords[each]}
              </a>
            </li>
          );
        })}
        {outOfDate.length > 0 && isEditable ? (
          <li>
            <button type="button" class="up-to-date" data-id={outOfDate.map(({ id }) => id).join(" ")}>
              Mark all as up to date
            </button>
          </li>
        ) : null}
      </ul>
      {others.length === 0 ? null : (
        <section class="card" aria-labelledby="others">
          <h2 id="others">About the file of this language</h2>
          <Findings findings={others} files={project.files} />
        </section>
      )}
      {visible.length === 0 ? <p class="card">There is nothing to do here.</p> : null}
      {[...sections].map(([section, own]) => (
        <section class="card texts" aria-labelledby={`section-${section}`}>
          <h2 id={`section-${section}`}>
            <SectionTitle section={section} state={state} page={page} locale={locale} />
          </h2>
          {own.map((string) => (
            <TextField
              string={string}
              locale={locale}
              source={source}
              findings={findings}
              isEditable={isEditable}
            />
          ))}
        </section>
      ))}
    </Page>
  );
}

const filterWords: Readonly<Record<StringFilter, string>> = {
  missing: "missing",
  "out of date": "out of date",
  findings: "with findings",
  "not saved": "not saved",
};

/** What is known of the language: its file, who has reviewed it, its terms. */
function About({
  state: { project },
  shown: { locale, findings },
  isEditable,
}: Pick<LanguagePageProps, "state" | "shown"> & { isEditable: boolean }) {
  const { settings } = project;
  const { reviewed, glossary = {} } = project.languages[locale] ?? {};
  const terms = Object.entries(glossary);
  const errors = findings.filter(isError).length;
  return (
    <>
      <p class="quiet">
        {reviewed && `Reviewed: ${reviewed}. `}
        {reviewed || locale === settings.source
          ? ""
          : "Not reviewed yet: templates/languages.json names reviewers. "}
        {findings.length > 0 && `${countsOf(errors, findings.length - errors)}. `}
        {isEditable ? SHORTCUTS : ""}
      </p>
      {terms.length === 0 ? null : (
        <details id="glossary">
          <summary>Terms</summary>
          <dl class="terms">
            {terms.map(([term, own]) => (
              <div>
                <dt>{term}</dt>
                <dd lang={locale}>{own}</dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  );
}

interface SectionTitleProps extends Pick<LanguagePageProps, "state" | "page"> {
  readonly section: string;
  readonly locale: string;
}

function SectionTitle({ section, state, page, locale }: SectionTitleProps) {
  const message = state.messages.find(({ name }) => name === section);
  if (section === "shared") return <>Shared by several messages</>;
  if (!message) return <>{section}</>;
  return <a href={page.links.message(locale, message.name)}>{messageTitles[message.source]}</a>;
}
