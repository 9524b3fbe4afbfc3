import type * as v from "valibot";
import type { Case } from "../check/rule.ts";
import { didYouMean } from "./did-you-mean.ts";
import type { JsonEntry } from "./json-text.ts";

/** Something wrong with settings; the file is known to who asks. */
type Told = Omit<Case, "file">;

type Path = JsonEntry["path"];

/** What is so and how to mend it, in the one text that Valibot has room for. */
export function said(message: string, mending: string): string {
  return `${message}\n${mending}`;
}

/** Names that every object of JavaScript has already: Valibot passes over them in silence. */
const TAKEN = new Set(["__proto__", "prototype", "constructor"]);

/** Keys that would be lost: all but the last of the same name, and those that JavaScript has itself. */
export function wrongKeys(entries: readonly JsonEntry[]): Told[] {
  return entries.flatMap(({ path, index, isAgain }) => {
    const key = path.at(-1);
    if (isAgain) {
      const message = `${placeIn(path)} "${key}" stands twice, and the first one would be passed over.`;
      return [{ index, message, mending: "Remove one of them." }];
    }
    return typeof key === "string" && TAKEN.has(key)
      ? [
          {
            index,
            message: `${placeIn(path)} "${key}" cannot be read.`,
            mending: "Choose another name, or remove it.",
          },
        ]
      : [];
  });
}

/** In `brands.example`, for something in that. */
function placeIn(path: Path): string {
  return path.length > 1 ? `In ${named(path.slice(0, -1))}` : "In this file";
}

/** The last of these keys which is there, each inside the one before. */
export function indexOf(path: Path, entries: readonly JsonEntry[]): number {
  for (let { length } = path; length > 0; length -= 1) {
    const found = entries.findLast(
      (each) => each.path.length === length && each.path.every((key, at) => key === path[at]),
    );
    if (found) return found.index;
  }
  return 0;
}

/** What a schema has against settings. */
export function issuesIn(
  issues: readonly v.BaseIssue<unknown>[],
  schema: v.GenericSchema,
  entries: readonly JsonEntry[],
): Told[] {
  const all = issues.map((issue) => {
    const path = pathOf(issue);
    const known = isUnknownKey(issue) ? keysAt(schema, path.slice(0, -1)) : [];
    return { issue, path, known, meant: didYouMean(String(path.at(-1)), known) };
  });
  // A key that is misspelt is missing too: once is enough.
  const meant = new Set(
    all.flatMap(({ path, meant }) => (meant ? [named([...path.slice(0, -1), meant])] : [])),
  );
  return all
    .filter(({ issue, path }) => !isMissing(issue) || !meant.has(named(path)))
    .filter(({ path }) => !TAKEN.has(String(path.at(-1))))
    .map((each) => ({ index: indexOf(each.path, entries), ...wording(each) }));
}

function pathOf({ path }: v.BaseIssue<unknown>): Path {
  return (path ?? []).map(({ key }) => (typeof key === "number" ? key : String(key)));
}

/** `clients.1example.brands`; of lists, "entry 2 of locales". */
function named(path: Path): string {
  const last = path.at(-1);
  if (typeof last === "number") return `entry ${last + 1} of ${named(path.slice(0, -1))}`;
  return path.length > 0 ? path.join(".") : "the top";
}

function isUnknownKey({ type, expected }: v.BaseIssue<unknown>): boolean {
  return type === "strict_object" && expected === "never";
}

function isMissing({ received, kind }: v.BaseIssue<unknown>): boolean {
  return kind === "schema" && received === "undefined";
}

interface Found {
  readonly issue: v.BaseIssue<unknown>;
  readonly path: Path;
  readonly known: readonly string[];
  readonly meant: string | undefined;
}

function wording({ issue, path, known, meant }: Found): Pick<Told, "message" | "mending"> {
  const at = `At ${named(path)}: `;
  if (isUnknownKey(issue)) {
    const others = `Remove it, or mend its name. Here can stand: ${known.join(", ")}.`;
    return { message: `${at}Nothing reads this key.`, mending: meant ? `Did you mean "${meant}"?` : others };
  }
  if (isMissing(issue)) return { message: `${at}This is missing.`, mending: "Add it." };
  const [message = "", mending] = issue.message.split("\n");
  if (mending !== undefined) return { message: at + message, mending };
  const { received, expected } = issue;
  return {
    message: `${at}This is ${kinds[received] ?? received}; it should be ${kinds[expected ?? ""] ?? expected}.`,
    mending: expected === "Array" && received.startsWith('"') ? `Write [${received}].` : "Write it so.",
  };
}

/** Valibot's words for kinds of values, in those of people. */
const kinds: Readonly<Record<string, string>> = {
  Array: "a list, in [ ]",
  Object: "a group of keys, in { }",
  string: 'a text, in " "',
};

/** The keys that a schema knows at a place: none where authors name them. */
function keysAt(schema: v.GenericSchema, path: Path): string[] {
  const [key, ...others] = path;
  const { wrapped, pipe, entries, value, item } = schema as Partial<Inside>;
  if (wrapped) return keysAt(wrapped, path);
  if (pipe) return pipe.filter(({ kind }) => kind === "schema").flatMap((each) => keysAt(each, path));
  if (key === undefined) return Object.keys(entries ?? {});
  const inside = entries?.[key] ?? value ?? item;
  return inside ? keysAt(inside, others) : [];
}

/** What a schema can be made of. */
interface Inside {
  readonly wrapped: v.GenericSchema;
  readonly pipe: readonly v.GenericSchema[];
  readonly entries: Readonly<Record<string, v.GenericSchema>>;
  readonly value: v.GenericSchema;
  readonly item: v.GenericSchema;
}
