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
      "Each mail client repairs a tag that is not closed, or is misplaced, in its own way: text is lost, or moves to another place.",
    suggestion: "Close each tag inside the one in which it was opened, in the same branch of an {{#if}}.",
    example: { file: "templates/partials/note.html.hbs", from: "</div>", to: "" },
    check: (project) =>
      oncePerFile(
        flatEmails(project).flatMap(({ html }) =>
          broken(html).map(({ start, ...rest }) => ({ ...html.at(start), ...rest })),
        ),
      ),
  },
  {
    name: "picture-text",
    severity: "warning",
    protects:
      "Many mail clients show no pictures at first, and a screen reader reads the text in alt. Without alt it reads the file's name.",
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
      "A screen reader announces the rows and columns of a table before its text, unless the table is marked as layout.",
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
  // Tables of data have headings.
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

interface Broken extends Pick<Violation, "message" | "suggestion" | "severity"> {
  readonly start: number;
  /** The element. */
  readonly name?: string;
}

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Elements whose end tag is optional in HTML. */
const OPTIONAL_END = new Set(
  "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt".split(" "),
);

function broken(html: FlatHtml): Broken[] {
  const misread = misreadings(html);
  // After a missing quote, a parser confuses tags and text.
  if (misread.some(({ suggestion }) => suggestion === QUOTE)) return misread;
  const open = unclosed(html);
  const names = new Set(open.map(({ name }) => name));
  // For `<b>…</i></b>` and the like, one finding at the start is enough.
  const stray = unmatched(html).filter(({ name }) => !names.has(name));
  return [...open, ...overlapping(html), ...stray, ...movedOut(html), ...misread].map(
    ({ name: _, ...found }) => found,
  );
}

function unclosed(html: FlatHtml): Broken[] {
  const seen = new Set<number>();
  return html.elements.flatMap(({ name, start, tagEnd, endTag }) => {
    // A parser repeats a <b> that is closed too late.
    if (seen.has(start)) return [];
    seen.add(start);
    if (endTag !== undefined) {
      if (html.branchesAt(start) === html.branchesAt(endTag)) return [];
      const message = `<${name}> and its end are in different branches of {{#if}}: some people get only one of them.`;
      return { name, start, message };
    }
    const isDrawing = html.text[tagEnd - 2] === "/";
    if (VOID.has(name) || OPTIONAL_END.has(name) || isDrawing) return [];
    return { name, start, message: `<${name}> is not closed where it should be.` };
  });
}

/** Returns tags that overlap, such as `<a><div></a></div>`. */
function overlapping({ elements }: FlatHtml): Broken[] {
  const open: FlatElement[] = [];
  return elements.flatMap((element, index) => {
    const { start, endTag } = element;
    // A parser repeats a <b> that is closed too late.
    const isRepeated = elements[index - 1]?.start === start;
    if (endTag === undefined || element.isMovedOut || isRepeated) return [];
    while ((open.at(-1)?.endTag ?? Infinity) <= start) open.pop();
    const outer = open.at(-1);
    open.push(element);
    if (!outer || endTag <= (outer.endTag ?? 0)) return [];
    open.splice(-2, 1);
    return {
      start: outer.start,
      message: `<${outer.name}> is closed before <${element.name}> inside of it.`,
    };
  });
}

const RAW = new Set(["style", "script", "title", "textarea", "xmp", "iframe", "noembed", "noframes"]);

/** Returns tags that a parser ignores: end tags without a start, and a second `<body>`. */
function unmatched({ text, elements, comments }: FlatHtml): Broken[] {
  const known = new Set(elements.flatMap(({ start, endTag }) => [start, endTag]));
  const spans = [
    ...comments,
    ...elements.map(({ start, tagEnd }) => ({ start: start + 1, end: tagEnd })),
    ...elements.flatMap(({ name, tagEnd, endTag }) =>
      RAW.has(name) && endTag !== undefined ? { start: tagEnd, end: endTag } : [],
    ),
  ].sort((a, b) => a.start - b.start);
  const found: Broken[] = [];
  let next = 0;
  let covered = 0;
  for (const { index, 1: slash, 2: name = "" } of text.matchAll(/<(\/?)([a-z][a-z0-9]*)(?=[\s/>])/gi)) {
    for (; next < spans.length && (spans[next]?.start ?? 0) <= index; next += 1) {
      covered = Math.max(covered, spans[next]?.end ?? 0);
    }
    const tag = name.toLowerCase();
    if (index < covered || known.has(index)) continue;
    // The start tags of these are optional in HTML, and </br> is a line break.
    if (slash && /^(?:html|head|body|br)$/.test(tag)) continue;
    if (slash) found.push({ name: tag, start: index, message: `</${tag}> has no start tag here.` });
    else if (/^(?:html|head|body)$/.test(tag)) {
      found.push({
        start: index,
        message: `<${tag}> occurs twice, or too late.`,
        suggestion: "Remove it.",
      });
    }
  }
  return found;
}

function movedOut({ text, elements, texts }: FlatHtml): Broken[] {
  const movedTexts = texts
    .filter(({ value, isMovedOut }) => isMovedOut && value.trim() !== "")
    // A parser joins it with the text before the table.
    .map(({ end }) => {
      const start = text.lastIndexOf(">", end - 1) + 1;
      return { start: start + text.slice(start, end).search(/\S|$/) };
    });
  return [...elements.filter(({ isMovedOut }) => isMovedOut), ...movedTexts].map(({ start }) => ({
    start,
    message: "This is in a table but in none of its cells: mail clients show it before the table.",
    suggestion: "Put it between <td> and </td>.",
  }));
}

const UNREADABLE = "The attributes of this tag cannot be read.";
const QUOTE = "Look for a missing quote or > in this tag, and for a missing space between its attributes.";

/** Errors of the HTML standard's tokenizer that show a mistake of the author. */
const misreading: Readonly<Record<string, readonly [message: string, suggestion: string]>> = {
  "duplicate-attribute": ["This tag has the same attribute twice: the second is ignored.", "Write it once."],
  "missing-whitespace-between-attributes": [UNREADABLE, QUOTE],
  "unexpected-character-in-attribute-name": [UNREADABLE, QUOTE],
  "unexpected-character-in-unquoted-attribute-value": [
    "This cannot be in an attribute without quotes.",
    "Put the value in quotes.",
  ],
  "missing-attribute-value": ["This attribute has no value.", "Write it in quotes."],
  "invalid-first-character-of-tag-name": ["This < does not begin a tag.", "Write &lt; for the sign itself."],
  "missing-end-tag-name": ["</> has no tag name.", "Write the tag's name."],
  "non-void-html-element-start-tag-with-trailing-solidus": [
    "This tag is not closed by its />: everything after it is inside.",
    "Close it with an end tag.",
  ],
  "eof-in-tag": ["The email ends inside a tag.", QUOTE],
  "eof-in-comment": ["The email ends inside a comment.", "Write --> where it ends."],
  "unknown-named-character-reference": [
    "There is no character with this name: people see it as it is typed.",
    "Write &amp; for the sign & itself.",
  ],
};

function misreadings(html: FlatHtml): Broken[] {
  const all = html.errors.flatMap(({ code, start }): Broken[] => {
    const [message, suggestion] = (Object.hasOwn(misreading, code) && misreading[code]) || [];
    if (!message || !suggestion) return [];
    const tag = tagAround(html.elements, start);
    // Both branches of a condition inside a tag are part of this tag.
    if (tag && html.branchesAt(tag.start) !== html.branchesAt(start)) return [];
    const found = { message, suggestion };
    if (code === "eof-in-tag") return [{ ...found, start: lastTag(html) }];
    if (code === "unknown-named-character-reference") {
      return [{ ...found, start: html.text.lastIndexOf("&", start), severity: "warning" }];
    }
    const isOfTag = suggestion === QUOTE || code === "duplicate-attribute";
    return [{ ...found, start: (isOfTag ? tag?.start : undefined) ?? start }];
  });
  // One missing quote causes many errors in a tag.
  return [...new Map(all.map((each) => [`${each.start} ${each.message}`, each])).values()];
}

/** Returns the offset of the tag in which the text ends. */
function lastTag({ text, elements }: FlatHtml): number {
  const ends = elements.map(({ tagEnd, endTag }) => Math.max(tagEnd, (endTag ?? 0) + 1));
  return Math.max(
    0,
    text.indexOf(
      "<",
      ends.reduce((a, b) => Math.max(a, b), 0),
    ),
  );
}

/** Returns the element whose start tag contains an offset. */
function tagAround(elements: readonly FlatElement[], offset: number): FlatElement | undefined {
  const element = lastBefore(elements, offset - 1);
  return element && offset <= element.tagEnd ? element : undefined;
}
