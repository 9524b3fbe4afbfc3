import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { withMoreLocales } from "../../more-locales.ts";
import { project } from "../../project.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { startedPreview } from "./running.ts";

eachTestHasAPage();

describe("before there is anything to show", () => {
  test.each([
    ["templates/_brand/brand.json", "{"],
    ["templates/messages.json", '{ "default": "en", "locales": ["en" }'],
    ["triggers/client-metadata.ts", "export const clientMetadata = ;"],
  ])("%s that cannot be read is told in words on every page, which shows the messages once it is mended", async (file, broken) => {
    const root = project();
    const good = readFileSync(join(root, file), "utf8");
    writeFileSync(join(root, file), broken);
    const preview = await startedPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      await page.getByRole("heading", { name: "The messages cannot be shown" }).waitFor();
      await page.getByText(`${file}, line 1, column`).waitFor();
      expect(await page.textContent(".live[data-state=wrong]")).toContain(`${file}, line 1: `);
      expect(await violations()).toEqual([]);
      writeFileSync(join(root, file), good);
      await page.getByRole("heading", { name: "Forgot password in German" }).waitFor();
      await page.frameLocator("#phone-own").getByText("Guten Tag Anna").waitFor();
    } finally {
      await preview.stop();
    }
  });

  test("with many languages the address is there at once, and a page that waits until all is checked", async () => {
    const root = project();
    withMoreLocales(root, { count: 200, isAlike: false });
    const preview = await startedPreview(root);
    try {
      await page.goto(preview.url);
      await page.getByRole("heading", { name: "The messages are being checked" }).waitFor();
      expect(await violations()).toEqual([]);
      await page.getByText("They are in 200 languages.").waitFor();
      let slowest = 0;
      for (let status = 503; status === 503; ) {
        const before = performance.now();
        ({ status } = await fetch(preview.url));
        slowest = Math.max(slowest, performance.now() - before);
      }
      expect(slowest).toBeLessThan(3_000);
      await page.getByRole("heading", { name: "All messages" }).waitFor();
      expect(await page.textContent("#live")).toContain("All messages, in 200 languages.");
      await page.setViewportSize({ width: 600, height: 800 });
      const last = page.locator("tbody tr").last();
      await last.locator("a").last().focus();
      const [table, head, row, link] = await Promise.all(
        [
          page.locator(".scroll"),
          page.locator("thead th").nth(2),
          last.locator("th"),
          page.locator("a:focus"),
        ].map((each) => each.boundingBox()),
      );
      expect(head?.y).toBeCloseTo((table?.y ?? 0) + 1, 0);
      expect(row?.x).toBeCloseTo((table?.x ?? 0) + 1, 0);
      expect(link?.x).toBeGreaterThan((row?.x ?? 0) + (row?.width ?? 0));
      await page.fill("#filter-find", "german (");
      await expect
        .poll(() => page.textContent("#live"), { timeout: 10_000 })
        .toMatch(/^\d+ of 200 languages are shown\.$/);
      expect(await violations()).toEqual([]);
    } finally {
      await preview.stop();
    }
  });
});
