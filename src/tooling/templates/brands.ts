import * as v from "valibot";
import type { Brand, Brands } from "../../message/brand.ts";
import { didYouMean } from "./did-you-mean.ts";
import { languageTag } from "./settings.ts";
import { readSettingsFile, type SettingsFile, withSuggestion } from "./settings-file.ts";
import type { Files } from "./template-sources.ts";

export const BRANDS = "templates/brands.json";

/** A schema for a text that matches a pattern; `isNot` and `suggestion` are for one that does not. */
function textLike(form: RegExp, isNot: string, suggestion: string) {
  return v.pipe(
    v.string(),
    v.regex(form, ({ input }) => withSuggestion(`${JSON.stringify(input)} is not ${isNot}.`, suggestion)),
  );
}

const color = textLike(/^#[0-9a-f]{6}$/i, "a colour", 'Write it as "#rrggbb", such as "#1f4fd1".');
const httpsUrl = textLike(
  /^https:\/\/[^\s"'<>{}\\]+$/,
  "an address that a message can use",
  "Write a whole address that starts with https://.",
);
const helpUrl = textLike(
  /^https:\/\/(?:[^\s"'<>{}\\]|\{locale\})+$/,
  "an address that a message can link to",
  "Write a whole address that starts with https://; {locale} in it becomes the message's language.",
);
const host = textLike(
  /^[a-z0-9.-]+\.[a-z]{2,}$/,
  "a host name",
  'Write it in small letters, without https:// and without a path, such as "example.com".',
);
const line = (longest: number) =>
  textLike(
    new RegExp(`^[^\\p{C}\\p{Zl}\\p{Zp}<>{}]{1,${longest}}$`, "u"),
    "a text that a message can print",
    `Write 1 to ${longest} visible characters in one line, without < > { }.`,
  );
const pixels = v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(600));
const brandKey = textLike(
  /^[a-z0-9-]{1,32}$/,
  "a brand's key",
  "Write small letters without accents, digits and hyphens, 32 at most.",
);
const palette = v.strictObject({
  page: color,
  card: color,
  text: color,
  muted: color,
  accent: color,
  onAccent: color,
});

export const brandSchema = v.strictObject({
  name: line(40),
  legal: v.exactOptional(line(300)),
  logo: v.exactOptional(
    v.strictObject({ url: httpsUrl, dark: v.exactOptional(httpsUrl), width: pixels, height: pixels }),
  ),
  domain: v.exactOptional(host),
  origin: v.exactOptional(host),
  hosts: v.exactOptional(v.array(host)),
  supportUrl: v.exactOptional(helpUrl),
  supportEmail: v.exactOptional(
    v.pipe(
      v.string(),
      v.email(({ input }) =>
        withSuggestion(
          `${JSON.stringify(input)} is not an email address.`,
          'Write one such as "help@example.com".',
        ),
      ),
    ),
  ),
  resetUrl: v.exactOptional(httpsUrl),
  light: palette,
  dark: palette,
});

const client = v.strictObject({
  brand: brandKey,
  locale: v.exactOptional(languageTag),
  brands: v.exactOptional(v.array(brandKey)),
});

const schema = v.pipe(
  v.strictObject({
    default: brandKey,
    brands: v.record(brandKey, brandSchema),
    clients: v.optional(v.record(v.string(), client), {}),
  }),
  v.rawCheck(({ dataset, addIssue }) => {
    if (!dataset.typed || dataset.issues) return;
    const { value: input } = dataset;
    const require = (key: string, ...path: string[]) => {
      if (Object.hasOwn(input.brands, key)) return;
      const nearest = didYouMean(key, Object.keys(input.brands));
      const suggestion = nearest ? `Did you mean "${nearest}"?` : "Add it there, or name another.";
      const items = path.map(
        (each) => ({ type: "object", origin: "value", input, key: each, value: key }) as const,
      );
      const message = withSuggestion(`\`brands\` has no brand "${key}".`, suggestion);
      addIssue({ message, path: items as [(typeof items)[number]] });
    };
    require(input.default, "default");
    for (const [id, { brand: own, brands = [] }] of Object.entries(input.clients)) {
      require(own, "clients", id, "brand");
      for (const each of brands) require(each, "clients", id, "brands");
    }
  }),
);

/** A brand as authors write it in brands.json. */
export interface BrandSettings extends Brand {
  /** Other hosts that messages may link to or fetch from; not compiled. */
  readonly hosts?: readonly string[];
}

/** templates/brands.json */
export interface BrandsSettings extends Brands {
  readonly brands: Readonly<Record<string, BrandSettings>>;
}

export function readBrands(files: Files): SettingsFile<BrandsSettings> {
  const fallback = { default: "", brands: {}, clients: {} };
  return readSettingsFile(files, { file: BRANDS, schema, fallback, isRequired: true });
}
