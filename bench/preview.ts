/** npm run bench:preview: the time from a key or a saved file until a page in a browser shows the change, with 44 languages. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import "../src/tooling/preview/tsx.ts";
import { withMoreLocales } from "../test/more-locales.ts";
import { browser } from "../test/tooling/preview/browser.ts";
import { medianOf } from "./median-of.ts";

const { servePreview } = await import("../src/tooling/preview/serve-preview.ts");

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 15;
/** The first of them find code that has not been made fast yet. */
const WARM_UP = 5;
const LOCALES = 44;

const german = "templates/locales/de.json";
const layout = "templates/partials/layout.html.hbs";

mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-preview-"));
const textOf = (file: string) => readFileSync(join(work, file), "utf8");

/** Each puts a mark into the email of the page. */
const changes: readonly {
  readonly what: string;
  readonly make: (page: Page, mark: string) => Promise<void>;
}[] = [
  {
    what: "a text that is typed",
    make: (page, mark) => page.fill("#text-forgot-password-intro", mark),
  },
  {
    what: "a text that is saved in a file",
    make: async (_, mark) =>
      writeFileSync(
        join(work, german),
        textOf(german).replace(/Der Code gilt 1[^"]*/, `Der Code gilt 1 ${mark}`),
      ),
  },
  {
    what: "the layout, which every email includes",
    make: async (_, mark) =>
      writeFileSync(
        join(work, layout),
        textOf(layout).replace(/(?:<i>.*<\/i>)?\{\{> @partial-block}}/, `<i>${mark}</i>{{> @partial-block}}`),
      ),
  },
];

try {
  for (const folder of ["templates", "triggers"]) {
    cpSync(join(root, folder), join(work, folder), { recursive: true });
  }
  withMoreLocales(work, { count: LOCALES, isInherited: false });
  const preview = await servePreview({ root: work, port: 0 });
  const chrome = await browser();
  const page = await chrome.newPage();
  for (const { what, make } of changes) {
    await page.goto(new URL("/message/forgot-password/de", preview.url).href);
    await page.frameLocator("#email-own").getByText("Guten Tag").waitFor();
    // Until everything has been checked.
    await page.waitForTimeout(2_000);
    const milliseconds: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const mark = `Nr. ${round} of ${what}`;
      // The page itself records when the email has the new text: to poll for it would slow the page down.
      const seen = page.evaluate<number>(`new Promise((resolve) => {
        const email = document.getElementById("email-own");
        const look = () => email.contentDocument.body.textContent.includes("${mark}") && resolve(Date.now());
        new MutationObserver(look).observe(email.contentDocument, { childList: true, subtree: true, characterData: true });
        look();
      })`);
      const start = Date.now();
      await make(page, mark);
      milliseconds.push((await seen) - start);
      // Then everything else is checked.
      await page.waitForTimeout(600);
    }
    const { value } = medianOf(milliseconds.slice(WARM_UP));
    console.log(
      `${what}: ${value} ms to the page (median of ${ROUNDS}, ${WARM_UP} before to warm up, ${LOCALES} languages)`,
    );
    console.log(`  each: ${milliseconds.join(" ")}`);
  }
  await chrome.close();
  await preview.close();
} finally {
  rmSync(work, { recursive: true, force: true });
}
