import { isPersonal } from "../../templates/scope.ts";
import type { Edit } from "../edit.ts";
import {
  attributeOf,
  closest,
  type FlatElement,
  type FlatHtml,
  type FlatText,
  type FlatValue,
  flatEmails,
  valuesIn,
} from "../html/flat-html.ts";
import type { Project } from "../project.ts";
import type { Rule } from "../rule.ts";

export const bareValue: Rule = {
  name: "bare-value",
  severity: "warning",
  protects:
    "What a person typed, such as a name, may be written in the other direction than the email: an Arabic name in an English line, an English one in an Arabic line. <bdi> keeps it from turning the words and full stops around it.",
  mending: "Write <bdi>{{name}}</bdi>.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<bdi>{{name}}</bdi>",
    to: "{{name}}",
  },
  check: (project) => {
    const bare = flatEmails(project).flatMap(({ part, html }) =>
      bareIn(html).map((value) => ({ part, html, value })),
    );
    if (bare.length === 0) return [];
    const unmarkable = unmarkablePlaces(project);
    return bare.map(({ part, html, value: { name, start, parent } }) => {
      const { file, index } = html.at(start);
      const canBeMarked = !unmarkable.has(`${index} ${file}`) && !isMisread(parent, html);
      const fix = canBeMarked ? bdiAround(project.files.get(file) ?? "", index) : undefined;
      return {
        file,
        index,
        part,
        message: `{{${name}}} can turn the words around it, where it is written in the other direction.`,
        mending: `Write <bdi>{{${name}}}</bdi>.`,
        ...(fix && { fix }),
      };
    });
  },
};

type BareValue = FlatValue & { readonly parent: FlatElement | undefined };

function bareIn(html: FlatHtml): BareValue[] {
  return markableTexts(html)
    .filter(({ parent }) => !isIsolated(parent))
    .flatMap((text) => valuesIn(html, text).map((value) => ({ ...value, parent: text.parent })))
    .filter(({ name }) => isPersonal(name));
}

/** What can have no tags in it, or no `<bdi>`. */
const UNMARKABLE = new Set(
  "title style script textarea option svg math xmp iframe noembed noframes noscript plaintext".split(" "),
);

function markableTexts({ texts }: FlatHtml): FlatText[] {
  return texts.filter(({ parent }) => !closest(parent, ({ name }) => UNMARKABLE.has(name)));
}

/**
 * Where values are typed that are printed at one place at least which can have no `<bdi>`: what a partial
 * prints for a greeting may stand in an attribute elsewhere.
 */
function unmarkablePlaces(project: Project): ReadonlySet<string> {
  const places = flatEmails(project).flatMap(({ html }) => {
    const markable = new Set(
      markableTexts(html).flatMap((text) => valuesIn(html, text).map(({ start }) => start)),
    );
    return html.values
      .filter(({ name, start }) => isPersonal(name) && !markable.has(start))
      .map(({ start }) => html.at(start));
  });
  return new Set(places.map(({ file, index }) => `${index} ${file}`));
}

/** Whether the tag around it may be another than was meant: `<bdi` and a space that is none. */
function isMisread(parent: FlatElement | undefined, { errors }: FlatHtml): boolean {
  const isOdd = ({ name, start, tagEnd }: FlatElement) =>
    !/^[a-z][a-z0-9-]*$/.test(name) || errors.some((error) => error.start >= start && error.start < tagEnd);
  return closest(parent, isOdd) !== undefined;
}

function isIsolated(parent: FlatElement | undefined): boolean {
  const isolates = (element: FlatElement) =>
    element.name === "bdi" || attributeOf(element, "dir")?.value.toLowerCase() === "auto";
  return closest(parent, isolates) !== undefined;
}

/** Where the value is typed as it stands, and not handed to a partial; a `~` would take other spaces away. */
function bdiAround(text: string, index: number): Edit | undefined {
  const start = text.lastIndexOf("{{", index);
  const end = text.indexOf("}}", index) + 2;
  const typed = text.slice(start, end);
  return /^\{\{\s*[\w.-]+\s*\}\}$/.test(typed) ? { start, end, text: `<bdi>${typed}</bdi>` } : undefined;
}
