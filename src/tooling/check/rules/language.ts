import { languageOf } from "../../templates/language-tag.ts";
import { direction } from "../../templates/locale-table.ts";
import { localesOf, type Message, type Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { cascade } from "../html/cascade.ts";
import type { Declaration } from "../html/css.ts";
import {
  type FlatAttribute,
  type FlatElement,
  type FlatHtml,
  type FlatText,
  flatEmails,
} from "../html/flat-html.ts";
import { inherited } from "../html/inherited.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import { visibleTexts } from "../html/visible-text.ts";
import type { Rule } from "../rule.ts";

export const languageRules: readonly Rule[] = [
  {
    name: "lang",
    severity: "error",
    protects: "A screen reader pronounces an email in the language that it states.",
    suggestion: 'Write <html lang="{{locale}}" dir="{{dir}}">.',
    example: { file: "templates/partials/layout.html.hbs", from: 'lang="{{locale}}"', to: 'lang="en"' },
    check: (project) =>
      oncePerFile(flatEmails(project).flatMap(({ message, html }) => langs(message, html, project))),
  },
  {
    name: "direction",
    severity: "error",
    protects:
      "Arabic, Hebrew, Persian and some other languages are written from right to left. An email that states the other direction, or none, starts their lines on the wrong side and puts their full stops and numbers in the wrong places.",
    suggestion:
      'Write dir="{{dir}}", or direction:{{dir}} in CSS; or remove it, where <html dir="{{dir}}"> is enough.',
    example: { file: "templates/partials/layout.html.hbs", from: "padding:36px 40px", to: "direction:ltr" },
    check: (project) =>
      oncePerFile(flatEmails(project).flatMap(({ message, html }) => directions(message, html, project))),
  },
];

function langs(message: Message, html: FlatHtml, project: Project): Violation[] {
  const languages = localesOf(message, project).map(languageOf);
  const root = html.elements.find(({ name }) => name === "html");
  // What a screen reader goes by: the whole email's, and that of each string.
  const langOf = inherited<FlatAttribute | undefined>(undefined, (element, outer) => {
    return element.attributes.get("lang") ?? outer;
  });
  const stated = new Set(
    [root, ...html.texts.filter(hasString(html)).map(({ parent }) => parent)].flatMap(
      (element) => langOf(element) ?? [],
    ),
  );
  if (stated.size === 0) {
    const place = root ? html.at(root.start) : { file: message.parts.email.file, index: 0 };
    return [{ ...place, message: "Nothing states the language of this email.", severity: "warning" }];
  }
  return [...stated].flatMap(({ value, start }) => {
    if (html.printedIn(value).some((each) => "value" in each && each.value === "locale")) return [];
    const others = languages.filter((language) => value.split(/[-_]/)[0]?.toLowerCase() !== language);
    if (others.length === 0) return [];
    const named = [...new Set(others)].join(", ");
    return { ...html.at(start), message: `lang="${html.unmarked(value)}" is wrong in ${named}.` };
  });
}

function hasString({ printedIn }: FlatHtml) {
  return ({ value }: { readonly value: string }) => printedIn(value).some((each) => "key" in each);
}

const RTL =
  /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u;

function directions(message: Message, html: FlatHtml, project: Project): Violation[] {
  const locales = localesOf(message, project);
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
  const stated = Map.groupBy(words, ({ parent }: FlatText) => directionOf(parent));
  const found = [...stated].flatMap(([nearest, texts]) => {
    const fixed = nearest && statedBy(nearest);
    if (fixed !== "ltr" && fixed !== "rtl") return [];
    const isWrong = (locale: string) =>
      direction(locale) !== fixed &&
      texts.some((text) => hasString(html)(text) || RTL.test(text.value) === (fixed === "ltr"));
    const wrong = locales.filter(isWrong);
    const message = `The direction is always ${fixed}: wrong in ${wrong.join(", ")}.`;
    return wrong.length === 0 ? [] : alike(nearest).map(({ start }) => ({ ...html.at(start), message }));
  });
  const rightToLeft = locales.filter((locale) => direction(locale) === "rtl");
  if (words.length === 0 || rightToLeft.length === 0 || ![...stated.keys()].includes(undefined)) return found;
  const root = html.elements.find(({ name }) => name === "html");
  const place = root ? html.at(root.start) : { file: message.parts.email.file, index: 0 };
  const nothing = `Nothing states that this email is written from right to left in ${rightToLeft.join(", ")}.`;
  return [...found, { ...place, message: nothing }];
}

/** A direction, and the one that is stated further out. */
interface Stated {
  readonly declaration: Declaration;
  readonly outer: Stated | undefined;
}

function statedBy({ declaration }: Stated): string {
  return declaration.value.trim().toLowerCase();
}

/** The declaration, and those around it that state the same: without it, they would count. */
function alike(nearest: Stated | undefined): Declaration[] {
  const all: Declaration[] = [];
  for (let each = nearest; each && nearest && statedBy(each) === statedBy(nearest); each = each.outer) {
    all.push(each.declaration);
  }
  return all;
}
