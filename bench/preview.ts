/** npm run bench:preview: the time from a saved file until the page in a browser shows the change. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser } from "../test/tooling/preview/browser.ts";
import { runningPreview } from "../test/tooling/preview/running.ts";
import { medianOf } from "./median-of.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 15;
/** The first of them run code that V8 has not optimized yet. */
const WARM_UP = 5;

/** The changes; each shows on the page, in the message or in its source. */
const saves = [
  { what: "SMS", file: "templates/locales/de.json", from: "Geben Sie ihn niemandem" },
  { what: "email", file: "templates/locales/de.json", from: "Der Code gilt 1" },
  {
    what: "layout, which every email includes",
    file: "templates/partials/layout.html.hbs",
    from: "{{> @partial-block}}",
  },
];

mkdirSync(join(root, ".tmp"), { recursive: true });
const work = mkdtempSync(join(root, ".tmp/bench-preview-"));
try {
  for (const folder of ["templates", "triggers"])
    cpSync(join(root, folder), join(work, folder), { recursive: true });
  const preview = await runningPreview(work);
  const chrome = await browser();
  const page = await chrome.newPage();
  await page.goto(new URL("/message/forgot-password/de", preview.url).href);
  await page.waitForSelector(".live[data-state=waiting]");
  for (const { what, file, from } of saves) {
    const path = join(work, file);
    const text = readFileSync(path, "utf8");
    const milliseconds: number[] = [];
    for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
      const mark = `Nr. ${file.length}.${round}.`;
      // The page itself observes when it has the new words: to query it would take time too.
      const seen = page.evaluate<number>(`new Promise((resolve) => {
        const look = () => document.body.textContent.includes("${mark}") && resolve(Date.now());
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, characterData: true });
        look();
      })`);
      const before = Date.now();
      writeFileSync(path, text.replace(from, `${mark} ${from}`));
      milliseconds.push((await seen) - before);
    }
    writeFileSync(path, text);
    const { value } = medianOf(milliseconds.slice(WARM_UP));
    console.log(
      `from a saved ${what} to the page: ${value} ms (median of ${ROUNDS}, ${WARM_UP} before to warm up)`,
    );
    console.log(`  each: ${milliseconds.join(" ")}`);
  }
  await chrome.close();
  await preview.stop();
} finally {
  rmSync(work, { recursive: true, force: true });
}
