import { attributeOf, type FlatElement, flatEmails } from "../html/flat-html.ts";
import type { Rule } from "../rule.ts";

export const layoutTable: Rule = {
  name: "layout-table",
  severity: "warning",
  protects:
    "A table that only arranges things must say so, or a screen reader counts its rows and columns aloud before it reads the code.",
  mending: 'Write <table role="presentation">; a table of facts has headings, in <th>.',
  example: { file: "templates/_brand/code.html.hbs", from: 'role="presentation" ', to: "" },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) => {
      const headings = html.elements.filter(({ name }) => name === "th" || name === "caption");
      return html.elements
        .filter((element) => element.name === "table" && !saysWhatFor(element, headings))
        .map(({ start }) => ({ ...html.at(start), part, message: 'This table has no role="presentation".' }));
    }),
};

function saysWhatFor(table: FlatElement, headings: readonly FlatElement[]): boolean {
  const isOfTable = ({ start, end }: FlatElement) => start > table.start && end <= table.end;
  return attributeOf(table, "role") !== undefined || headings.some(isOfTable);
}
