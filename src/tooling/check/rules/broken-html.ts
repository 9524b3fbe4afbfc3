import {
  closest,
  type FlatElement,
  type FlatHtml,
  type FlatSpan,
  FOR_OUTLOOK,
  flatEmails,
  isInside,
} from "../html/flat-html.ts";
import { rawElements } from "../html/html-elements.ts";
import { splitComments, splitElements } from "../html/split-spans.ts";
import type { Case, Rule } from "../rule.ts";

export const brokenHtml: Rule = {
  name: "broken-html",
  severity: "error",
  protects:
    "A tag that is not closed, or closed in the wrong place, is repaired by each mail program in its own way: text can get lost, or into a place where nobody looks.",
  mending: "Close each tag inside the one in which it was opened, and inside the same branch of an {{#if}}.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "1 hour.</p>",
    to: "<b>1 hour.</p>",
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      [unclosed, split, stray, second, unlikeRead, movedOut, misread]
        .flatMap((broken) => broken(html))
        .map(({ offset, ...said }) => ({ ...html.at(offset), part, ...said })),
    ),
};

type Broken = Pick<Case, "message" | "mending" | "severity"> & { readonly offset: number };

const VOID = new Set("area base br col embed hr img input link meta param source track wbr".split(" "));
/** Those that HTML itself closes where the next begins. */
const CLOSED_BY_NEXT = new Set(
  "html head body p li dt dd tr td th thead tbody tfoot colgroup caption option optgroup rp rt".split(" "),
);

function unclosed(html: FlatHtml): Broken[] {
  return html.elements
    .filter((element) => isUnclosed(element, html))
    .map(({ name, start }) => ({ offset: start, message: `<${name}> is not closed in its place.` }));
}

function isUnclosed({ name, end, endTag, tagEnd }: FlatElement, { text }: FlatHtml): boolean {
  // In a drawing, `<path/>` is whole.
  const isWhole = endTag < end || (end === tagEnd && text[end - 2] === "/");
  return !isWhole && !VOID.has(name) && !CLOSED_BY_NEXT.has(name);
}

/** What some people get the beginning of, and not the end. */
function split(html: FlatHtml): Broken[] {
  const elements = splitElements(html).filter((element) => !isUnclosed(element, html));
  return [
    ...elements.map(({ name, start }) => ({
      offset: start,
      message: `<${name}> and its end do not stand in the same branch of an {{#if}}: some people get one without the other.`,
      mending: `Put <${name}> and </${name}> both inside the same branch, or both outside of the {{#if}}.`,
    })),
    ...splitComments(html).map(({ start }) => ({
      offset: start,
      message:
        "This comment and its end do not stand in the same branch of an {{#if}}: for some people it hides what follows.",
      mending: "Put <!-- and --> both inside the same branch, or both outside of the {{#if}}.",
    })),
  ];
}

/** End tags that the parser has found nothing for. */
function stray(html: FlatHtml): Broken[] {
  return (
    passedOver(/<\/([a-z][a-z0-9]*)/gi, html, html.comments)
      // Of `< b>` before it, that no tag begins there has been said.
      .filter(({ offset, name }) => !new RegExp(`<\\s+${name}\\s*>`, "i").test(html.text.slice(0, offset)))
      .map(({ offset, name }) => ({ offset, ...strayEnd(name, offset, html) }))
  );
}

/** Of a second `<body>` there is no element, but mail programs read its attributes, as those of the first. */
function second(html: FlatHtml): Broken[] {
  const unread = html.comments.filter(({ start, end }) => !FOR_OUTLOOK.test(html.text.slice(start, end)));
  return passedOver(/<(html|head|body)(?=[\s/>])/gi, html, unread).map(({ offset, name }) => ({
    offset,
    message: `<${name}> stands here a second time, or after its place: mail programs read it all the same, each in its own way.`,
    mending: `Remove it: the layout has <${name}> already.`,
  }));
}

/** Tags in the text for which the parser has made no element, outside of what holds no tags. */
function passedOver(
  tag: RegExp,
  html: FlatHtml,
  comments: readonly FlatSpan[],
): { readonly offset: number; readonly name: string }[] {
  const known = new Set(html.tags.map(({ start }) => start));
  const notMarkup = [
    ...comments,
    ...html.tags,
    ...html.elements
      .filter(({ name }) => rawElements.has(name))
      .map(({ tagEnd, endTag }) => ({ start: tagEnd - 1, end: endTag })),
  ];
  return [...html.text.matchAll(tag)]
    .filter(({ index }) => !known.has(index) && !notMarkup.some((span) => isInside(index, span)))
    .map(({ index, 1: name = "" }) => ({ offset: index, name }));
}

/** A parser of today reads no tags in these, and one of old did. */
const UNLIKE_READ = new Set(["noembed", "noframes", "plaintext", "xmp"]);

function unlikeRead({ elements, outlook }: FlatHtml): Broken[] {
  return [...elements, ...outlook.elements]
    .filter(({ name }) => UNLIKE_READ.has(name))
    .map(({ name, start }) => ({
      offset: start,
      message: `What stands in <${name}> is a text for some mail programs, and tags for others.`,
      mending: `Do without <${name}>.`,
    }));
}

/** A `</p>` whose `<p>` was ended by a block inside it: `<p>…<hr></p>`. */
function strayEnd(name: string, offset: number, { elements }: FlatHtml): Pick<Broken, "message" | "mending"> {
  const message = `</${name}> closes nothing that is open here`;
  if (name !== "p") return { message: `${message}.` };
  const before = elements
    .filter((each) => each.name === "p" && each.end <= offset && each.endTag === each.end)
    .at(-1);
  const block = elements.find(({ start }) => start === before?.end);
  return {
    message: block ? `${message}: <${block.name}> has ended the <p> before it.` : `${message}.`,
    mending: block
      ? `Put </p> before <${block.name}>, and remove it here.`
      : "Remove it: a <p> ends by itself where a table, a list or a <div> begins.",
  };
}

/** What stands in a table but in none of its cells is shown before the table. */
function movedOut({ elements, texts }: FlatHtml): Broken[] {
  const tables = elements.filter(({ name }) => name === "table");
  const isOutside = (each: FlatSpan & { parent: FlatElement | undefined }) => {
    const around = tables.filter(({ tagEnd, endTag }) => each.start >= tagEnd && each.start < endTag).at(-1);
    return around !== undefined && !closest(each.parent, (element) => element === around);
  };
  return [
    ...elements.filter(isOutside),
    ...texts.filter(({ value }) => value.trim() !== "").filter(isOutside),
  ].map(({ start }) => ({
    offset: start,
    message: "This stands in a table, but in none of its cells: it is shown somewhere else.",
    mending: "Put it between <td> and </td>.",
  }));
}

/** What the HTML standard's parser notices, where an author has meant something else. */
const noticed: Readonly<Record<string, Omit<Broken, "offset">>> = {
  "duplicate-attribute": {
    message: "This tag has the same attribute twice: the second is passed over.",
    mending: "Write it once.",
  },
  "missing-whitespace-between-attributes": {
    message: "Two attributes stand together without a space: a quote may be missing before this.",
    mending: "Look for a missing quote, or put a space between.",
  },
  "unexpected-character-in-attribute-name": {
    message: "This does not belong in a tag: a quote or a > may be missing before it.",
    mending: "Look for a missing quote or >.",
  },
  "unexpected-character-in-unquoted-attribute-value": {
    message: "This does not belong in an attribute without quotes.",
    mending: "Put what follows the = in quotes.",
  },
  "missing-attribute-value": {
    message: "There is nothing after this =.",
    mending: "Write the value in quotes.",
  },
  "invalid-first-character-of-tag-name": {
    message: "This < begins no tag.",
    mending: "Write &lt; where the sign itself is meant.",
  },
  "missing-end-tag-name": { message: "</> closes nothing.", mending: "Write the tag's name." },
  "eof-in-tag": {
    message: "The email ends inside a tag: nothing of that tag is shown.",
    mending: "Look for the missing >, or for a missing quote.",
  },
  "eof-in-comment": {
    message: "The email ends inside a comment: nothing after <!-- is shown.",
    mending: "Put --> where the comment ends.",
  },
  "unknown-named-character-reference": {
    severity: "warning",
    message: "There is no character of this name: people see what is typed here.",
    mending: "Write &amp; where the sign & itself is meant.",
  },
};

function misread({ errors, text }: FlatHtml): Broken[] {
  return errors.flatMap(({ code, start }) => {
    const said = Object.hasOwn(noticed, code) ? noticed[code] : undefined;
    if (!said) return [];
    const meant = code === "invalid-first-character-of-tag-name" && meantTag(text, start);
    return [{ ...said, ...(meant && { mending: `Write ${meant}.` }), offset: start }];
  });
}

/** The tag that was meant by `<\\p>` or `< b>`; the `<` stands before the offset. */
function meantTag(text: string, offset: number): string | undefined {
  const [, sign = "", name] =
    /^<\s*([\\/]?)\s*([a-z][a-z0-9]*)\s*>/i.exec(text.slice(offset - 1, offset + 30)) ?? [];
  return name && `<${sign && "/"}${name}>`;
}
