import { languageOf } from "../../templates/is-language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import type { Message, Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { cascade } from "../html/cascade.ts";
import type { Declaration } from "../html/email-css.ts";
import {
  type FlatAttribute,
  type FlatElement,
  type FlatHtml,
  type FlatText,
  flatEmails,
} from "../html/flat-html.ts";
import { inherited } from "../html/inherited.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import { visibleTexts } from "../html/visible-texts.ts";
import type { Rule } from "../rule.ts";

export const languageRules: readonly Rule[] = [
  {
    name: "lang",
    severity: "error",
    protects: "A screen reader pronounces an email in the language that it states.",
    suggestion: 'Write <html lang="{{locale}}" dir="{{dir}}">.',
    example: { file: "templates/partials/layout.html.hbs", from: 'lang="{{locale}}"', to: 'lang="en"' },
    check: (project) => oncePerFile(flatEmails(project).flatMap((email) => langs(email, project))),
  },
  {
    name: "direction",
    severity: "error",
    protects:
      "Arabic, Hebrew, Persian and some other languages are written from right to left. In an email with the other direction, or none, their lines start on the wrong side, and full stops and numbers are in the wrong places.",
    suggestion:
      'Write dir="{{dir}}", or direction:{{dir}} in CSS; or remove it, where <html dir="{{dir}}"> is enough.',
    example: { file: "templates/partials/layout.html.hbs", from: "padding:36px 40px", to: "direction:ltr" },
    check: (project) => oncePerFile(flatEmails(project).flatMap((email) => directions(email, project))),
  },
];

function langs({ message, html }: Email, { locales }: Project): Violation[] {
  const langOf = inherited<FlatAttribute | undefined>(undefined, (element, outer) => {
    return element.attributes.get("lang") ?? outer;
  });
  // A screen reader uses the language of the email and that of each string.
  const root = html.elements.find(({ name }) => name === "html");
  const spoken = [root, ...html.texts.filter(hasString(html)).map(({ parent }) => parent)];
  const stated = new Set(spoken.flatMap((element) => langOf(element) ?? []));
  if (stated.size === 0) {
    return [
      { ...top(message, html), message: "Nothing states the language of this email.", severity: "warning" },
    ];
  }
  return [...stated].flatMap(({ value, start }) => {
    if (html.printedIn(value).some((each) => "value" in each && each.value === "locale")) return [];
    const language = value.split(/[-_]/)[0]?.toLowerCase();
    const wrong = locales.filter((locale) => languageOf(locale) !== language);
    if (wrong.length === 0) return [];
    return { ...html.at(start), message: `lang="${html.unmarked(value)}" is wrong in ${some(wrong)}.` };
  });
}

type Email = ReturnType<typeof flatEmails>[number];

/** Returns the start of an email. */
function top({ parts }: Message, { elements, at }: FlatHtml): Pick<Violation, "file" | "index"> {
  const root = elements.find(({ name }) => name === "html");
  return root ? at(root.start) : { file: parts.email.file, index: 0 };
}

/** Lists the first five languages, and how many more there are. */
function some(locales: readonly string[]): string {
  return `${locales.slice(0, 5).join(", ")}${locales.length > 5 ? ` and ${locales.length - 5} more` : ""}`;
}

function hasString({ printedIn }: FlatHtml) {
  return ({ value }: { readonly value: string }) => printedIn(value).some((each) => "key" in each);
}

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

function directions({ message, html }: Email, { locales }: Project): Violation[] {
  const computed = cascade(html);
  const cssOf = (element: FlatElement) => computed(element, "light");
  const directionOf = inherited<Stated | undefined>(undefined, (element, outer) => {
    const declaration = cssOf(element).get("direction");
    return declaration ? { declaration, outer } : outer;
  });
  // The code, an address or a brand's name may be in a direction of its own.
  const words = visibleTexts(html, cssOf).filter(
    (text) => hasString(html)(text) || /\p{L}/u.test(html.unmarked(text.value, () => "")),
  );
  return [...Map.groupBy(words, ({ parent }: FlatText) => directionOf(parent))].flatMap(
    ([nearest, texts]): Violation[] => {
      if (!nearest) {
        const wrong = locales.filter((locale) => direction(locale) === "rtl");
        const nothing = `Nothing states that this is written from right to left in ${some(wrong)}.`;
        return wrong.length === 0 ? [] : [{ ...top(message, html), message: nothing }];
      }
      const fixed = statedBy(nearest);
      if (fixed !== "ltr" && fixed !== "rtl") return [];
      const isAbout = (text: FlatText) => hasString(html)(text) || RTL.test(text.value) === (fixed === "ltr");
      const wrong = locales.filter((locale) => direction(locale) !== fixed);
      if (wrong.length === 0 || !texts.some(isAbout)) return [];
      const always = `The direction is always ${fixed}: wrong in ${some(wrong)}.`;
      return alike(nearest).map(({ start }) => ({ ...html.at(start), message: always }));
    },
  );
}

/** A direction, and the next one of the elements around it. */
interface Stated {
  readonly declaration: Declaration;
  readonly outer: Stated | undefined;
}

function statedBy({ declaration }: Stated): string {
  return declaration.value.trim().toLowerCase();
}

/** Returns the declaration, and those around it with the same direction, which would apply without it. */
function alike(nearest: Stated | undefined): Declaration[] {
  const all: Declaration[] = [];
  for (let each = nearest; each && nearest && statedBy(each) === statedBy(nearest); each = each.outer) {
    all.push(each.declaration);
  }
  return all;
}
