import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import { browser } from "./browser.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** The browser of the file's tests. */
export let chrome: Browser;
/** The page of the test that runs. */
export let page: Page;

/** Gives each test of a file a page of its own, in which no script may fail. */
export function eachTestHasAPage(): void {
  beforeAll(async () => {
    chrome = await browser();
  });
  afterAll(() => chrome?.close());
  const errors: string[] = [];
  beforeEach(async () => {
    errors.length = 0;
    page = await chrome.newPage({ viewport: { width: 1280, height: 900 } });
    page.on("pageerror", ({ message }) => errors.push(message));
  });
  afterEach(async () => {
    await page.close();
    expect(errors).toEqual([]);
  });
}

/** Everything that axe knows, WCAG 2.2 AA and its advice. */
export async function violations(): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}
