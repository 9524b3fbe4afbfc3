import { isPersonal } from "../../templates/scope.ts";
import type { Edit } from "../edit.ts";
import { attributeOf, closest, type FlatElement, type FlatHtml, flatEmails, valuesIn } from "../flat-html.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

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
  check: (project) => flatEmails(project).flatMap(({ part, html }) => casesOf(part, html, project)),
};

function casesOf(part: CheckedPart, html: FlatHtml, { files }: Project): Case[] {
  return html.texts
    .filter(({ parent }) => !unmarkable.has(parent?.name ?? "") && !isIsolated(parent))
    .flatMap((text) => valuesIn(html, text))
    .filter(({ name }) => isPersonal(name))
    .map(({ name, start }) => {
      const { file, index } = html.at(start);
      const fix = bdiAround(files.get(file) ?? "", index);
      return {
        file,
        index,
        part,
        message: `{{${name}}} can turn the words around it, where it is written in the other direction.`,
        mending: `Write <bdi>{{${name}}}</bdi>.`,
        ...(fix && { fix }),
      };
    });
}

/** What can have no tags in it. */
const unmarkable = new Set(["title", "style", "script", "textarea", "option"]);

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
