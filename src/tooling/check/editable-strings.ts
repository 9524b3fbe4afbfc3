import { lengths, type Part } from "../../message/rejections.ts";
import { parentOf } from "../templates/is-language-tag.ts";
import { partNames } from "../templates/message-sources.ts";
import { printableIn } from "../templates/printable-in.ts";
import type { Message, Project } from "../templates/project.ts";
import { previousSource } from "../templates/records.ts";
import type { Structure } from "../templates/structure.ts";
import { isUntranslated, ownString, stringId, stringIn, usedStrings } from "../templates/used-strings.ts";
import { type FlatElement, flatHtml } from "./html/flat-html.ts";
import { perProject } from "./per-project.ts";
import { isReadAttribute } from "./string-uses.ts";

/** A string of a language, with all that its author must know. */
export interface EditableString {
  /** `forgot-password.intro` */
  readonly id: string;
  readonly section: string;
  readonly key: string;
  /** The source's text. */
  readonly source: string | undefined;
  /** The text in the language's own catalog; empty without one. */
  readonly own: string;
  /** The text of the language around it, which is used without an own one. */
  readonly inherited?: { readonly tag: string; readonly value: string };
  /** Whether the message cannot be written without it; of the whole language, any message. */
  readonly isRequired: boolean;
  /** Required, and neither its own nor inherited. */
  readonly isMissing: boolean;
  /** The source's text, and not recorded as a translation. */
  readonly isUntranslated: boolean;
  /** The source's text that it was made from, where that has changed since. */
  readonly previousSource?: string;
  /** The names of the values that it may print. */
  readonly values: readonly string[];
  /** The places at which any message prints it. */
  readonly uses: readonly StringUse[];
  /** The most characters of the subject or SMS that it is printed in. */
  readonly limit?: number;
}

/** A place that prints a string. */
export interface StringUse {
  /** `forgot-password` */
  readonly message: string;
  readonly part: Part;
  readonly context: StringContext;
}

/** The role of a string in a message. A preheader is hidden in the email; mail programs list it after the subject. */
export type StringContext =
  | "subject"
  | "sms"
  | "page title"
  | "preheader"
  | "heading"
  | "paragraph"
  | "link"
  | "text"
  | "alt"
  | "title"
  | "aria-label";

/** The strings that a message uses, in its order; or all of a language, by section in the source's order. */
export function editableStrings(
  message: Message | "all",
  locale: string,
  project: Project,
): readonly EditableString[] {
  const messages = message === "all" ? project.messages : [message];
  const used = messages.flatMap((each) => usedStrings(each, project));
  const required = new Set(used.flatMap(({ id, isRequired }) => (isRequired ? [id] : [])));
  const source = project.catalogs.get(project.settings.source)?.strings;
  const ids = [
    ...new Set([...(message === "all" ? (source?.keys() ?? []) : []), ...used.map(({ id }) => id)]),
  ];
  const sections = [...Map.groupBy(ids, (id) => id.slice(0, id.indexOf("."))).values()];
  return (message === "all" ? sections.flat() : ids).map((id) =>
    editableString(id, locale, required.has(id), project),
  );
}

function editableString(id: string, locale: string, isRequired: boolean, project: Project): EditableString {
  const { settings, catalogs, records } = project;
  const dot = id.indexOf(".");
  const source = catalogs.get(settings.source)?.strings.get(id);
  const own = catalogs.get(locale)?.strings.get(id);
  const inherited = inheritedString(locale, id, project);
  const isSource = locale === settings.source;
  const previous = own && !isSource ? previousSource(records.get(locale), own, source) : undefined;
  const places = placesOf(project).get(id) ?? [];
  const limits = places.flatMap(({ structure: { part } }) => (part === "email" ? [] : [lengths[part].most]));
  const uses = places.flatMap(({ structure: { message, part }, contexts }) =>
    contexts.map((context) => ({ message, part, context })),
  );
  return {
    id,
    section: id.slice(0, dot),
    key: id.slice(dot + 1),
    source: source?.value,
    own: own?.value ?? "",
    ...(inherited && { inherited }),
    isRequired,
    isMissing: isRequired && !stringIn(locale, id, project),
    isUntranslated: own !== undefined && own.value.trim() !== "" && isUntranslated(locale, own, project),
    ...(previous !== undefined && { previousSource: previous }),
    values: printableIn(places.map(({ structure }) => structure)),
    uses,
    ...(limits.length > 0 && { limit: Math.min(...limits) }),
  };
}

function inheritedString(locale: string, id: string, project: Project): EditableString["inherited"] {
  for (let tag = parentOf(locale); tag !== undefined; tag = parentOf(tag)) {
    const string = ownString(tag, id, project);
    if (string) return { tag, value: string.value };
  }
  return undefined;
}

/** The structures that print a string, and its roles there, by the string's id. */
const placesOf = perProject((project) => {
  const all = project.messages.flatMap(({ name, parts }) =>
    partNames.flatMap((part) =>
      [...contextsIn(parts[part], project)].map(([key, contexts]) => ({
        id: stringId(name, key, project),
        structure: parts[part],
        contexts,
      })),
    ),
  );
  return Map.groupBy(all, ({ id }) => id);
});

/** Returns the roles of the strings that a structure prints, by key. */
function contextsIn(structure: Structure, project: Project): ReadonlyMap<string, readonly StringContext[]> {
  const { part, pieces } = structure;
  const found = new Map<string, StringContext[]>();
  for (const piece of pieces) if (piece.is === "string") found.set(piece.key, part === "email" ? [] : [part]);
  if (part !== "email") return found;
  const { texts, elements, printedIn } = flatHtml(structure, project);
  const add = (value: string, context: StringContext) => {
    for (const printed of printedIn(value)) {
      const contexts = "key" in printed ? found.get(printed.key) : undefined;
      if (contexts && !contexts.includes(context)) contexts.push(context);
    }
  };
  for (const { value, parent } of texts) add(value, textContext(parent));
  for (const { attributes } of elements) {
    for (const [name, { value }] of attributes) if (isReadAttribute(name)) add(value, name);
  }
  return found;
}

/** The roles by the names of the enclosing elements, the nearest first. */
const ELEMENTS: readonly (readonly [RegExp, StringContext])[] = [
  [/^title$/, "page title"],
  [/^(?:a|button)$/, "link"],
  [/^h[1-6]$/, "heading"],
  [/^(?:p|li)$/, "paragraph"],
];

function textContext(parent: FlatElement | undefined): StringContext {
  let context: StringContext | undefined;
  for (let element = parent; element; element = element.parent) {
    const { name, attributes } = element;
    if (/display\s*:\s*none/i.test(attributes.get("style")?.value ?? "")) return "preheader";
    context ??= ELEMENTS.find(([pattern]) => pattern.test(name))?.[1];
  }
  return context ?? "text";
}
