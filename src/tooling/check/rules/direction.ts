import { direction as directionOf } from "../../templates/locale-table.ts";
import {
  attributeOf,
  type FlatAttribute,
  type FlatElement,
  type FlatHtml,
  flatEmails,
  markerOf,
  unmarked,
} from "../html/flat-html.ts";
import type { CheckedPart } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const direction: Rule = {
  name: "direction",
  severity: "error",
  protects:
    "Arabic, Hebrew, Persian and some other languages are written from right to left. An email that says otherwise, or nothing, puts full stops and numbers in the wrong places and starts its lines at the wrong side.",
  mending: 'Write dir="{{dir}}".',
  example: {
    file: "templates/_brand/layout.html.hbs",
    from: '<html lang="{{locale}}" dir="{{dir}}">',
    to: '<html lang="{{locale}}" dir="ltr">',
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) => [
      ...wrongDirections(part, html),
      ...noDirection(part, html),
    ]),
};

function wrongDirections(part: CheckedPart, html: FlatHtml): Case[] {
  const right = directionOf(part.locale);
  const other = right === "rtl" ? "ltr" : "rtl";
  return html.elements.flatMap((element) => {
    const dir = attributeOf(element, "dir");
    if (!dir) return [];
    const place = () => ({ ...html.at(dir.start), part });
    const value = dir.value.toLowerCase();
    if (value === other) {
      const message = `dir="${other}" stands around words that are written from ${SIDES[right]}.`;
      return isAroundWords(element, right, html) ? [{ ...place(), message }] : [];
    }
    if (value === right || value === "auto" || value === markerOf("dir")) return [];
    // A browser goes on as if it stood there not: from left to right.
    const severity = right === "rtl" ? "error" : "warning";
    return [{ ...place(), message: `dir="${unmarked(dir.value)}" is no direction.`, severity }];
  });
}

const SIDES = { ltr: "left to right", rtl: "right to left" } as const;

const LETTER = {
  rtl: /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u,
  ltr: /(?=\p{L})[^\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}\p{Script=Adlam}]/u,
} as const;

/** Whether words of a direction are in an element, and in no other inside of it that has a `dir` of its own. */
function isAroundWords(element: FlatElement, written: "ltr" | "rtl", html: FlatHtml): boolean {
  // It is what a mail program sets the email by, whatever more is said inside of it.
  if (element.name === "html") return true;
  return html.texts.some(
    ({ value, parent }) =>
      LETTER[written].test(unmarked(value, () => "")) &&
      parent?.name !== "style" &&
      nearestWith(parent, "dir")?.element === element,
  );
}

function nearestWith(
  element: FlatElement | undefined,
  name: string,
): { readonly element: FlatElement; readonly attribute: FlatAttribute } | undefined {
  for (let each = element; each; each = each.parent) {
    const attribute = attributeOf(each, name);
    if (attribute) return { element: each, attribute };
  }
  return undefined;
}

/** Whether an email is to be read from right to left, and nothing in it has a direction. */
export function lacksDirection(part: CheckedPart, html: FlatHtml): boolean {
  return directionOf(part.locale) === "rtl" && !html.elements.some((element) => attributeOf(element, "dir"));
}

function noDirection(part: CheckedPart, html: FlatHtml): Case[] {
  if (!lacksDirection(part, html)) return [];
  return [
    {
      file: part.file,
      index: 0,
      part,
      message: "This email is written from right to left, and nothing in it says so.",
      mending: 'Use {{#> layout}}, or write dir="{{dir}}" in your <html> tag.',
    },
  ];
}
