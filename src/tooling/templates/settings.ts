import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as v from "valibot";
import type { Brands } from "../../message/brand.ts";
import type { Finding } from "./finding.ts";

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

/** templates/messages.json: the default locale, the locales offered, and exceptions by message. */
export type MessagesSettings = v.InferOutput<typeof messagesSchema>;

const color = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'Write a colour as "#rrggbb".'));
const httpsUrl = v.pipe(
  v.string(),
  v.regex(/^https:\/\/[^\s"'<>{}\\]+$/, "Write a whole address that starts with https://."),
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
        domain: v.exactOptional(
          v.pipe(v.string(), v.regex(/^[a-z0-9.-]+\.[a-z]{2,}$/, "Write a host name such as example.com.")),
        ),
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

/** The settings of templates/messages.json, or what is wrong with the file. */
export function readMessages(root: string): { value?: MessagesSettings; findings: Finding[] } {
  return read(root, "templates/messages.json", messagesSchema);
}

/** The brands of templates/_brand/brand.json, or what is wrong with the file. */
export function readBrands(root: string): { value?: Brands; findings: Finding[] } {
  return read(root, "templates/_brand/brand.json", brandsSchema);
}

/** Whether a text is a language tag in its canonical form; "german" is one by BCP 47's grammar, and meant by nobody. */
export function isLanguageTag(text: string): boolean {
  try {
    return /^[a-z]{2,3}(-|$)/.test(text) && Intl.getCanonicalLocales(text)[0] === text;
  } catch {
    return false;
  }
}

function read<S extends v.GenericSchema>(
  root: string,
  file: string,
  schema: S,
): { value?: v.InferOutput<S>; findings: Finding[] } {
  const finding = (message: string, mending: string, place = { line: 1, column: 1 }): Finding => ({
    rule: "settings",
    severity: "error",
    file,
    ...place,
    message,
    mending,
  });
  let text: string;
  try {
    text = readFileSync(join(root, file), "utf8");
  } catch {
    return {
      findings: [finding("The file is missing.", "See the one in cognito-recovery's own templates/.")],
    };
  }
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    const place = jsonErrorPlace(text, error);
    return {
      findings: [finding("This is no JSON.", "Look for a missing comma, quote or bracket here.", place)],
    };
  }
  const result = v.safeParse(schema, json);
  if (result.success) return { value: result.output, findings: [] };
  return {
    findings: result.issues.map((issue) =>
      finding(`At ${v.getDotPath(issue) ?? "the top"}: ${wordingOf(issue)}`, "", keyPlace(text, issue)),
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
function jsonErrorPlace(text: string, error: unknown): { line: number; column: number } {
  const [, line, column] = /line (\d+) column (\d+)/.exec(String(error)) ?? [];
  if (line && column) return { line: Number(line), column: Number(column) };
  const lines = text.trimEnd().split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}

/** Where the last key of an issue's path first stands: near enough for settings of a page. */
function keyPlace(text: string, issue: v.BaseIssue<unknown>): { line: number; column: number } {
  const keys = (issue.path ?? []).map(({ key }) => key).filter((key) => typeof key === "string");
  let index = 0;
  for (const key of keys) index = Math.max(index, text.indexOf(JSON.stringify(key), index));
  const before = text.slice(0, index).split("\n");
  return { line: before.length, column: (before.at(-1) ?? "").length + 1 };
}
