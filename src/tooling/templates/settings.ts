import * as v from "valibot";
import type { Brand, Brands } from "../../message/brand.ts";
import type { Files } from "../check/copy.ts";
import { indexAt } from "../check/place.ts";
import type { Case } from "../check/rule.ts";
import { isLanguageTag } from "./language-tag.ts";

const tag = v.pipe(
  v.string(),
  v.check(
    (value) => isLanguageTag(value),
    'Write a language tag as BCP 47 has it, such as "de" or "zh-Hant".',
  ),
);

const messagesSchema = v.pipe(
  v.strictObject({
    default: tag,
    locales: v.pipe(v.array(tag), v.nonEmpty("List at least one locale.")),
    messages: v.optional(v.record(v.string(), v.array(tag)), {}),
  }),
  v.check(
    ({ default: fallback, locales }) => locales.includes(fallback),
    "The default locale must be one of `locales`.",
  ),
);

export const MESSAGES = "templates/messages.json";
export const BRANDS = "templates/_brand/brand.json";
export const SAMPLES = "templates/samples.json";

/** templates/messages.json: the default locale, the locales offered, and exceptions by message. */
export type MessagesSettings = v.InferOutput<typeof messagesSchema>;

const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'Write a colour as "#rrggbb".'));
const httpsUrl = v.pipe(
  v.string(),
  v.regex(/^https:\/\/[^\s"'<>{}\\]+$/, "Write a whole address that starts with https://."),
);
const host = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "Write a host name such as example.com."),
);
const words = v.pipe(
  v.string(),
  v.regex(
    /^[^\p{C}\p{Zl}\p{Zp}<>{}]{1,40}$/u,
    "Write 1 to 40 characters without < > { } or control characters.",
  ),
);
const palette = v.strictObject({
  page: color,
  card: color,
  text: color,
  muted: color,
  accent: color,
  onAccent: color,
});
const brandKey = v.pipe(
  v.string(),
  v.regex(/^[a-z0-9-]{1,32}$/, "Name a brand in lower-case letters, digits and hyphens."),
);

const brandsSchema = v.pipe(
  v.strictObject({
    default: brandKey,
    brands: v.record(
      brandKey,
      v.strictObject({
        name: words,
        domain: v.exactOptional(host),
        origin: v.exactOptional(host),
        hosts: v.exactOptional(v.array(host)),
        supportUrl: v.exactOptional(httpsUrl),
        supportEmail: v.exactOptional(v.pipe(v.string(), v.email("Write an email address."))),
        resetUrl: v.exactOptional(httpsUrl),
        light: palette,
        dark: palette,
      }),
    ),
    clients: v.optional(
      v.record(
        v.string(),
        v.strictObject({
          brand: brandKey,
          locale: v.exactOptional(tag),
          brands: v.exactOptional(v.array(brandKey)),
        }),
      ),
      {},
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed) return;
    const { brands, clients, default: fallback } = dataset.value;
    const used = [
      fallback,
      ...Object.values(clients).flatMap((client) => [client.brand, ...(client.brands ?? [])]),
    ];
    for (const key of used) {
      if (!Object.hasOwn(brands, key))
        addIssue({ message: `The brand "${key}" is used but not among \`brands\`.` });
    }
  }),
);

const strings = v.record(v.string(), v.string());

const samplesSchema = v.record(
  v.pipe(v.string(), v.regex(/^[^\p{C}]{1,40}$/u, "Name a sample in 1 to 40 characters.")),
  v.strictObject({
    clientId: v.exactOptional(v.string()),
    userAttributes: v.exactOptional(strings),
    clientMetadata: v.exactOptional(strings),
  }),
);

/**
 * templates/samples.json: people to show messages for, by name. Each is what an event would bring: the id of
 * the app client, the user attributes, the client metadata.
 */
export type Samples = v.InferOutput<typeof samplesSchema>;

/** An entry of brand.json as authors write it. */
export interface BrandSettings extends Brand {
  /** The other hosts that messages may link to or fetch from; nothing of it is compiled. */
  readonly hosts?: readonly string[];
}

/** templates/_brand/brand.json */
export interface BrandsSettings extends Brands {
  readonly brands: Readonly<Record<string, BrandSettings>>;
}

/** What a file of settings says, or each thing that is wrong with it. */
export type Read<T> = { readonly value: T } | { readonly unread: readonly Case[] };

/** The settings of templates/messages.json. */
export function readMessages(files: Files): Read<MessagesSettings> {
  return read(files, MESSAGES, messagesSchema);
}

/** The brands of templates/_brand/brand.json. */
export function readBrands(files: Files): Read<BrandsSettings> {
  return read(files, BRANDS, brandsSchema);
}

/** The samples of templates/samples.json; none without the file. */
export function readSamples(files: Files): Read<Samples> {
  return files.has(SAMPLES) ? read(files, SAMPLES, samplesSchema) : { value: {} };
}

function read<S extends v.GenericSchema>(files: Files, file: string, schema: S): Read<v.InferOutput<S>> {
  const unread = (message: string, mending: string, index = 0): Case => ({ file, index, message, mending });
  const text = files.get(file);
  if (text === undefined) {
    return { unread: [unread("The file is missing.", "See the one in cognito-recovery's own templates/.")] };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const mending = "Look for a missing comma, quote or bracket here.";
    return { unread: [unread("This is no JSON.", mending, jsonErrorIndex(text, error))] };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { value: result.output };
  return {
    unread: result.issues.map((issue) =>
      unread(`At ${v.getDotPath(issue) ?? "the top"}: ${wordingOf(issue)}`, "", keyIndex(text, issue)),
    ),
  };
}

/** Our own sentences as they are; Valibot's for what is missing, not known, or of another kind, in plain words. */
function wordingOf({ type, expected, received, message }: v.BaseIssue<unknown>): string {
  if (type === "strict_object" && expected === "never")
    return "Nothing reads this key: remove it, or mend its name.";
  if (received === "undefined") return "This is missing.";
  if (message.startsWith("Invalid ")) return `This is ${received}; it should be ${expected}.`;
  return message;
}

/** Where V8 says that JSON breaks: it names the line and column, or the end. */
function jsonErrorIndex(text: string, error: unknown): number {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  if (line && column) return indexAt(text, { line: Number(line), column: Number(column) });
  return text.trimEnd().length;
}

/** Where the last key of an issue's path first stands: near enough for settings of a page. */
function keyIndex(text: string, issue: v.BaseIssue<unknown>): number {
  return indexOfKey(
    text,
    (issue.path ?? []).map(({ key }) => key).filter((key) => typeof key === "string"),
  );
}

/**
 * Where the last of these keys, each inside the one before, stands in a JSON text: that of the deepest which is
 * there. Keys of the same name elsewhere, and values that read like one, are passed over.
 */
export function indexOfKey(text: string, keys: readonly string[]): number {
  let index = 0;
  let found = 0;
  let level = 0;
  for (const { 0: token, 1: key, index: at } of text.matchAll(
    /("(?:[^"\\]|\\.)*")\s*:|"(?:[^"\\]|\\.)*"|[{}[\]]/g,
  )) {
    if (token === "{" || token === "[") level += 1;
    else if (token === "}" || token === "]") level -= 1;
    else if (key && level === found + 1 && JSON.parse(key) === keys[found]) {
      index = at;
      found += 1;
      if (found === keys.length) return index;
      continue;
    }
    // Past the one that the next would stand in.
    if (level < found || (key && level === found)) return index;
  }
  return index;
}
