import type { Violation } from "../../templates/violation.ts";
import { type FlatElement, type FlatHtml, flatEmails, lastBefore } from "../html/flat-html.ts";
import { inherited } from "../html/inherited.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import type { Rule } from "../rule.ts";

export const htmlRules: readonly Rule[] = [
  {
    name: "broken-html",
    severity: "error",
    protects:
      "Every mail client repairs a tag that is not closed, or not in its place, in its own way: text is lost, or moves to where nobody looks.",
    suggestion: "Close each tag inside the one in which it was opened, in the same branch of an {{#if}}.",
    example: { file: "templates/partials/note.html.hbs", from: "</div>", to: "" },
    check: (project) =>
      oncePerFile(
        flatEmails(project).flatMap(({ html }) =>
          [unclosed, unmatched, movedOut, misread]
            .flatMap((broken) => broken(html))
            .map(({ start, ...rest }) => ({ ...html.at(start), ...rest })),
        ),
      ),
  },
  {
    name: "picture-text",
    severity: "warning",
    protects:
      "Many mail clients show no pictures at first, and some people hear an email: both get the text in alt. Without alt they hear the file's name.",
    suggestion: 'Write what the picture says, as alt="{{t "…"}}"; alt="" for one that only decorates.',
    example: {
      file: "templates/partials/layout.html.hbs",
      from: 'alt="{{brand.name}}"',
      to: "",
    },
    check: (project) =>
      oncePerFile(
        flatEmails(project).flatMap(({ html }) =>
          html.elements
            .filter(({ name, attributes }) => name === "img" && !attributes.has("alt"))
            .map(({ start }) => ({ ...html.at(start), message: "This picture has no alt." })),
        ),
      ),
  },
  {
    name: "layout-table",
    severity: "warning",
    protects:
      "A screen reader announces the rows and columns of a table before its text, unless the table says that it is there for the layout alone.",
    suggestion: 'Write <table role="presentation">; for a table of data, mark its headings with <th>.',
    example: {
      file: "templates/partials/button.html.hbs",
      from: ' role="presentation"',
      to: "",
    },
    check: (project) => oncePerFile(flatEmails(project).flatMap(({ html }) => layoutTables(html))),
  },
];

function layoutTables(html: FlatHtml): Violation[] {
  const tableOf = inherited<FlatElement | undefined>(undefined, (element, outer) => {
    return element.name === "table" ? element : outer;
  });
  // A table of data has headings.
  const ofData = new Set(
    html.elements
      .filter(({ name }) => name === "th" || name === "caption")
      .flatMap(({ parent }) => tableOf(parent) ?? []),
  );
  return html.elements
    .filter((element) => element.name === "table" && !ofData.has(element))
    .filter(({ attributes }) => !/^(?:presentation|none)$/i.test(attributes.get("role")?.value.trim() ?? ""))
    .map(({ start }) => ({ ...html.at(start), message: "This table is read out as a table of data." }));
}

type Broken = Pick<Violation, "message" | "suggestion" | "severity"> & { readonly start: number };

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Those whose end tag HTML lets people leave out. */
const OPTIONAL_END = new Set(
  "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt".split(" "),
);

function unclosed(html: FlatHtml): Broken[] {
  const seen = new Set<number>();
  return html.elements.flatMap(({ name, start, end, tagEnd, endTag }) => {
    // A parser repeats a <b> that is closed too late.
    if (seen.has(start)) return [];
    seen.add(start);
    if (endTag !== undefined) {
      const [first, last] = [html.branchesAt(start), html.branchesAt(endTag)];
      if (first === last) return [];
      const message = `<${name}> and its end are in different branches of {{#if}}: some people get only one of them.`;
      return { start, message };
    }
    const isDrawing = end === tagEnd && html.text[end - 2] === "/";
    if (VOID.has(name) || OPTIONAL_END.has(name) || isDrawing) return [];
    return { start, message: `<${name}> is not closed in its place.` };
  });
}

const RAW = new Set(["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]);

/** End tags for which nothing is open, and a second `<body>`: the parser makes nothing of them. */
function unmatched({ text, elements, comments, outlook }: FlatHtml): Broken[] {
  const known = new Set(elements.flatMap(({ start, endTag }) => [start, endTag]));
  const spans = [
    ...comments,
    ...elements.map(({ start, tagEnd }) => ({ start: start + 1, end: tagEnd })),
    ...elements.flatMap(({ name, tagEnd, endTag }) =>
      RAW.has(name) && endTag !== undefined ? { start: tagEnd, end: endTag } : [],
    ),
  ].sort((a, b) => a.start - b.start);
  const inOutlook = new Set(outlook.map(({ name }) => name));
  const found: Broken[] = [];
  let next = 0;
  let covered = 0;
  for (const { index, 1: slash, 2: name = "" } of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi)) {
    for (; next < spans.length && (spans[next]?.start ?? 0) <= index; next += 1) {
      covered = Math.max(covered, spans[next]?.end ?? 0);
    }
    const tag = name.toLowerCase();
    // `</br>` is a line break, and a repeated tag has its own place.
    if (index < covered || known.has(index) || (slash && tag === "br")) continue;
    if (slash) found.push({ start: index, message: `</${tag}> closes nothing that is open here.` });
    else if (/^(?:html|head|body)$/.test(tag) && !inOutlook.has(tag)) {
      found.push({
        start: index,
        message: `<${tag}> is here a second time, or too late.`,
        suggestion: "Remove it.",
      });
    }
  }
  return found;
}

function movedOut({ elements, texts }: FlatHtml): Broken[] {
  return [...elements, ...texts.filter(({ value }) => value.trim() !== "")]
    .filter(({ isMovedOut }) => isMovedOut)
    .map(({ start }) => ({
      start,
      message: "This is in a table but in none of its cells: mail clients show it before the table.",
      suggestion: "Put it between <td> and </td>.",
    }));
}

const QUOTE = "Look for a missing quote or > before it.";

/** Errors of the HTML standard's tokenizer that mean that an author has meant something else. */
const misreadings: Readonly<Record<string, Omit<Broken, "start">>> = {
  "duplicate-attribute": {
    message: "This tag has the same attribute twice: the second one is ignored.",
    suggestion: "Write it once.",
  },
  "missing-whitespace-between-attributes": {
    message: "Two attributes follow each other without a space.",
    suggestion: QUOTE,
  },
  "unexpected-character-in-attribute-name": { message: "This is no attribute's name.", suggestion: QUOTE },
  "unexpected-character-in-unquoted-attribute-value": {
    message: "This cannot be in an attribute without quotes.",
    suggestion: "Put the value in quotes.",
  },
  "missing-attribute-value": { message: "This attribute has no value.", suggestion: "Write it in quotes." },
  "invalid-first-character-of-tag-name": {
    message: "This < begins no tag.",
    suggestion: "Write &lt; for the sign itself.",
  },
  "missing-end-tag-name": { message: "</> closes nothing.", suggestion: "Write the tag's name." },
  "non-void-html-element-start-tag-with-trailing-solidus": {
    message: "This tag is not closed by its />: everything after it is inside.",
    suggestion: "Close it with an end tag.",
  },
  "eof-in-tag": { message: "The email ends inside a tag.", suggestion: QUOTE },
  "eof-in-comment": { message: "The email ends inside a comment.", suggestion: "Write --> where it ends." },
  "unknown-named-character-reference": {
    severity: "warning",
    message: "No character has this name: people see it as it is typed.",
    suggestion: "Write &amp; for the sign & itself.",
  },
};

function misread({ errors, elements, branchesAt }: FlatHtml): Broken[] {
  const ofQuote = new Set<number>();
  return errors.flatMap(({ code, start }) => {
    const misreading = Object.hasOwn(misreadings, code) ? misreadings[code] : undefined;
    if (!misreading) return [];
    const tag = tagAround(elements, start);
    // Both branches of a condition inside a tag are one tag here; and one missing quote is many errors.
    if (tag && branchesAt(tag.start) !== branchesAt(start)) return [];
    if (tag && misreading.suggestion === QUOTE && ofQuote.has(tag.start)) return [];
    if (tag && misreading.suggestion === QUOTE) ofQuote.add(tag.start);
    return { ...misreading, start };
  });
}

/** The element in whose start tag an offset is. */
function tagAround(elements: readonly FlatElement[], offset: number): FlatElement | undefined {
  const element = lastBefore(elements, offset - 1);
  return element && offset <= element.tagEnd ? element : undefined;
}
