import { expect, test } from "vitest";
import { check } from "../../../src/tooling/check/check.ts";
import type { Copy } from "../../../src/tooling/check/copy.ts";
import { checkInThreads } from "../../../src/tooling/check/in-threads.ts";
import { changed, shipped } from "./shipped.ts";

/** English for fifty regions, two of which have mistakes of their own. */
function manyLocales(): Copy {
  const tags = [..."ABCDEFGHIJKLMNOPQRSTUVWXY"].flatMap((letter) => [`en-G${letter}`, `en-K${letter}`]);
  const english = [...shipped.files].filter(([file]) => file.startsWith("templates/en/"));
  const files = tags.flatMap((tag) =>
    english.map(([file, text]) => [file.replace("/en/", `/${tag}/`), text] as const),
  );
  return changed({
    ...Object.fromEntries(files),
    "templates/messages.json": JSON.stringify({
      default: "en",
      locales: ["en", "de", "fr", "ja", "ar", ...tags],
    }),
    "templates/en-GB/sign-up/sms.txt.hbs": "{{code}} {{brand.nam}}",
    "templates/en-KC/forgot-password/sms.txt.hbs": `{{code}} ${"is your code. ".repeat(12)}`,
  });
}

test("several threads find of a large copy what one alone does", async () => {
  const copy = manyLocales();
  expect(copy.files.size).toBeGreaterThan(1_000);
  const alone = check(copy).findings;
  expect(alone.map(({ file, rule }) => `${file} ${rule}`)).toEqual(
    expect.arrayContaining([
      "templates/en-GB/sign-up/sms.txt.hbs unknown-name",
      "templates/en-KC/forgot-password/sms.txt.hbs length",
    ]),
  );
  for (const threads of [2, 3]) {
    const { findings } = await checkInThreads(copy, threads);
    expect(findings).toEqual(alone);
  }
});
