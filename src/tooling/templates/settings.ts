import * as v from "valibot";
import type { Brand, Brands } from "../../message/brand.ts";
import type { Files } from "../check/copy.ts";
import type { Case } from "../check/rule.ts";
import { didYouMean } from "./did-you-mean.ts";
import { readJson } from "./json-text.ts";
import { isLanguage, isLanguageTag, tagMeantBy } from "./language-tag.ts";
import { indexOf, issuesIn, said, wrongKeys } from "./settings-findings.ts";

const tag = v.pipe(
  v.string(),
  v.check(
    (value) => isLanguageTag(value) && isLanguage(value),
    ({ input }) => {
      const meant = tagMeantBy(input);
      const mending = meant ? `Write "${meant}".` : 'Write one such as "de", "pt-BR" or "zh-Hant".';
      return said(`"${input}" is no language tag.`, mending);
    },
  ),
);

/** A list in which nothing stands twice. */
function listOf<S extends v.GenericSchema<string>>(entry: S) {
  return v.pipe(
    v.array(entry),
    v.rawCheck(({ dataset, addIssue }) => {
      if (!dataset.typed) return;
      const { value: input } = dataset;
      for (const [key, value] of input.entries()) {
        if (input.indexOf(value) === key) continue;
        const message = said(`"${value}" stands in this list twice.`, "Remove it once.");
        addIssue({ message, path: [{ type: "array", origin: "value", input, key, value }] });
      }
    }),
  );
}

/** A group of keys that authors name; Valibot would take a list for one. */
function groupOf<K extends v.GenericSchema<string, string>, S extends v.GenericSchema>(key: K, value: S) {
  return v.pipe(
    v.custom<Record<string, unknown>>(
      (input) => !Array.isArray(input),
      said("This is a list, in [ ]; it should be a group of keys, in { }.", "Name each entry."),
    ),
    v.record(key, value),
  );
}

const messagesSchema = v.pipe(
  v.strictObject({
    default: tag,
    locales: v.pipe(
      listOf(tag),
      v.nonEmpty(said("No language is listed.", 'List one at least, as in ["en"].')),
    ),
    messages: v.optional(groupOf(v.string(), listOf(tag)), {}),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const { value: input } = dataset;
    const { default: value, locales } = input;
    if (locales.includes(value)) return;
    const message = said(
      `"${value}" is the default language, and \`locales\` does not list it.`,
      `Add "${value}" to locales, or make one of those the default.`,
    );
    addIssue({ message, path: [{ type: "object", origin: "value", input, key: "default", value }] });
  }),
);

export const MESSAGES = "templates/messages.json";
export const BRANDS = "templates/_brand/brand.json";
export const SAMPLES = "templates/samples.json";

/** templates/messages.json: the default locale, the locales offered, and exceptions by message. */
export type MessagesSettings = v.InferOutput<typeof messagesSchema>;

/** A text of a certain form: what another is not, and how to write it. */
function textLike(form: RegExp, isNot: string, mending: string) {
  return v.pipe(
    v.string(),
    v.regex(form, ({ received }) => said(`${received} ${isNot}.`, mending)),
  );
}

const color = textLike(
  /^#[0-9a-f]{6}$/i,
  "is no colour as it is written here",
  'Write it as "#rrggbb", such as "#1f4fd1".',
);
const httpsUrl = textLike(
  /^https:\/\/[^\s"'<>{}\\]+$/,
  "is no address that a message can link to",
  "Write a whole address that starts with https://.",
);
const host = textLike(
  /^[a-z0-9.-]+\.[a-z]{2,}$/,
  "is no host name",
  'Write it in small letters, without https:// and without a page, such as "example.com".',
);
const words = textLike(
  /^[^\p{C}\p{Zl}\p{Zp}<>{}]{1,40}$/u,
  "cannot be printed as a name",
  "Write 1 to 40 characters, none of them < > { } or invisible.",
);
const palette = v.strictObject({
  page: color,
  card: color,
  text: color,
  muted: color,
  accent: color,
  onAccent: color,
});
const brandKey = textLike(
  /^[a-z0-9-]{1,32}$/,
  "cannot be the key of a brand",
  "Write it in small letters without accents, digits and hyphens, 32 at most.",
);
const emailAddress = v.pipe(
  v.string(),
  v.email(({ received }) =>
    said(`${received} is no email address.`, 'Write one such as "help@example.com".'),
  ),
);

const brandsSchema = v.pipe(
  v.strictObject({
    default: brandKey,
    brands: groupOf(
      brandKey,
      v.strictObject({
        name: words,
        domain: v.exactOptional(host),
        origin: v.exactOptional(host),
        hosts: v.exactOptional(listOf(host)),
        supportUrl: v.exactOptional(httpsUrl),
        supportEmail: v.exactOptional(emailAddress),
        resetUrl: v.exactOptional(httpsUrl),
        light: palette,
        dark: palette,
      }),
    ),
    clients: v.optional(
      groupOf(
        v.string(),
        v.strictObject({
          brand: brandKey,
          locale: v.exactOptional(tag),
          brands: v.exactOptional(listOf(brandKey)),
        }),
      ),
      {},
    ),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const { value: input } = dataset;
    const check = (key: string, ...path: string[]) => {
      if (Object.hasOwn(input.brands, key)) return;
      const meant = didYouMean(key, Object.keys(input.brands));
      const mending = meant ? `Did you mean "${meant}"?` : "Add it there, or name another.";
      const message = said(`\`brands\` has no brand "${key}".`, mending);
      const [first, ...others] = path.map(
        (each) => ({ type: "object", origin: "value", input, key: each, value: key }) as const,
      );
      if (first) addIssue({ message, path: [first, ...others] });
    };
    check(input.default, "default");
    for (const [id, client] of Object.entries(input.clients)) {
      check(client.brand, "clients", id, "brand");
      for (const brand of client.brands ?? []) check(brand, "clients", id, "brands");
    }
  }),
);

const strings = groupOf(v.string(), v.string());

const samplesSchema = groupOf(
  textLike(
    /^[^\p{C}]{1,40}$/u,
    "cannot be the name of a sample",
    "Write 1 to 40 characters, none of them invisible.",
  ),
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
  const text = files.get(file);
  if (text === undefined) {
    const mending = "See the one in cognito-recovery's own templates/.";
    return { unread: [{ file, index: 0, message: "The file is missing.", mending }] };
  }
  const json = readJson(text);
  if ("fault" in json) return { unread: [{ file, ...json.fault }] };
  const parsed: unknown = JSON.parse(text.replace(/^\uFEFF/, ""));
  const result = v.safeParse(schema, parsed);
  const unread = [
    ...wrongKeys(json.entries),
    ...(result.issues ? issuesIn(result.issues, schema, json.entries) : []),
  ];
  if (result.success && unread.length === 0) return { value: result.output };
  return { unread: unread.map((each) => ({ file, ...each })) };
}

/**
 * Where the last of these keys, each inside the one before, stands in a JSON text: that of the deepest which is
 * there.
 */
export function indexOfKey(text: string, keys: readonly (string | number)[]): number {
  const json = readJson(text);
  return "entries" in json ? indexOf(keys, json.entries) : 0;
}
