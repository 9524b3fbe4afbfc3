/** npm run bench:preview: how long it takes from a saved file until the page in a browser shows the change. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { browser } from "../test/tooling/preview/browser.ts";
import { runningPreview } from "../test/tooling/preview/running.ts";
import { medianOf } from "./statistics.ts";

const root = fileURLToPath(new URL("..", import.meta.url));
const ROUNDS = 15;
/** The first of them find code that has not been made fast yet. */
const WARM_UP = 5;

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
  const file = join(work, "templates/de/forgot-password/sms.txt.hbs");
  const text = readFileSync(file, "utf8");
  const milliseconds: number[] = [];
  for (let round = 0; round < WARM_UP + ROUNDS; round += 1) {
    // The page itself notes when the new words stand in it: to be asked for them would take its time too.
    const seen = page.evaluate<number>(`new Promise((resolve) => {
      const look = () => document.querySelector(".bubble")?.textContent.includes("Nr. ${round}.") && resolve(Date.now());
      new MutationObserver(look).observe(document.body, { childList: true, subtree: true });
    })`);
    const before = Date.now();
    writeFileSync(file, text.replace("Geben Sie", `Nr. ${round}. Geben Sie`));
    milliseconds.push((await seen) - before);
  }
  await chrome.close();
  await preview.stop();
  const { value } = medianOf(milliseconds.slice(WARM_UP));
  console.log(
    `from a saved file to the page: ${value} ms (median of ${ROUNDS}, after ${WARM_UP} to warm up)`,
  );
  console.log(`each: ${milliseconds.join(" ")}`);
} finally {
  rmSync(work, { recursive: true, force: true });
}
