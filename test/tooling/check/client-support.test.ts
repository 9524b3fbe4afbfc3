import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

/** The data of caniemail.com: support by client and platform, and there by version, as "y", "a #1", "n" or "u". */
interface CanIEmail {
  readonly last_update_date: string;
  readonly nicenames: { readonly family: Readonly<Record<string, string>> };
  readonly data: readonly {
    readonly slug: string;
    readonly stats: Readonly<Record<string, Readonly<Record<string, Readonly<Record<string, string>>>>>>;
  }[];
}

const data: CanIEmail = JSON.parse(
  readFileSync(fileURLToPath(import.meta.resolve("caniemail/caniemail.json")), "utf8"),
);
const written = "../../../src/tooling/check/html/client-support.ts";
const features = readFileSync(
  new URL("../../../src/tooling/check/html/client-feature.ts", import.meta.url),
  "utf8",
);

// After an update of caniemail: npx vitest run test/tooling/check/client-support.test.ts -u
test("the figures of support are those of caniemail", async () => {
  const slugs = [...new Set([...features.matchAll(/slug: "([^"]+)"/g)].map(([, slug]) => slug as string))];
  const rows = slugs
    .sort()
    .map((slug) => `  "${slug}": ${JSON.stringify(supportOf(slug)).replaceAll(",", ", ")},`);
  const text = `/** The date of caniemail.com's last update. Written by client-support.test.ts, from npm's caniemail (MIT). */
export const UPDATED = "${data.last_update_date.slice(0, 10)}";

/** Percent of the mail clients that support a feature, percent that support it partly, and clients without it. */
// biome-ignore format: one feature in a line
export const clientSupport = {
${rows.join("\n").replaceAll('",  ', '", ')}
} as const satisfies Readonly<Record<string, readonly [number, number, ...string[]]>>;
`;
  await expect(text).toMatchFileSnapshot(written);
});

/** Well known in most countries; the others are in the figures. */
const NAMED = ["gmail", "outlook", "apple-mail", "yahoo", "samsung-email"];

function supportOf(slug: string): [number, number, ...string[]] {
  const isNested = slug === "css-at-media-nested";
  const feature = data.data.find((each) => each.slug === (isNested ? "css-at-media" : slug));
  if (!feature) throw new Error(`caniemail has no ${slug}`);
  // Notes 1 and 10 of @media: nested media queries are not supported.
  const levelOf = (written = "u") => (isNested ? (/^n|#10?\b/.test(written) ? "n" : "y") : written.charAt(0));
  const clients = Object.entries(feature.stats).flatMap(([family, platforms]) =>
    Object.entries(platforms).map(([platform, versions]) => ({
      family,
      platform,
      level: levelOf(Object.values(versions).at(-1)),
    })),
  );
  const tested = clients.filter(({ level }) => level !== "u");
  const percent = (level: string) =>
    Math.round((100 * tested.filter((each) => each.level === level).length) / tested.length);
  const without = NAMED.flatMap((family) => {
    const own = tested.filter((each) => each.family === family);
    const without = own.filter(({ level }) => level === "n");
    const name = data.nicenames.family[family] as string;
    if (without.length === 0) return [];
    if (without.length === own.length) return [name];
    const onWindows = without.every(({ platform }) => platform.startsWith("windows"));
    return [onWindows ? `${name} for Windows` : `some of ${name}`];
  });
  return [percent("y"), percent("a"), ...without];
}
