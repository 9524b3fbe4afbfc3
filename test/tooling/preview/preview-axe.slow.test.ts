import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { repository } from "../../project.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { type Running, runningPreview } from "./running.ts";

eachTestHasAPage();

let preview: Running;
beforeAll(async () => {
  preview = await runningPreview(repository);
});
afterAll(() => preview?.stop());

describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
  test.each([
    "/",
    "/?state=failing",
    "/message/forgot-password/ar?beside=on&scheme=dark",
    "/message/authentication/ja?sample=hostile",
    "/nothing",
  ])("%s has nothing that axe objects to, at any width", async (path) => {
    await page.emulateMedia({ colorScheme });
    await page.goto(new URL(path, preview.url).href);
    expect(await violations()).toEqual([]);
    await page.setViewportSize({ width: 360, height: 780 });
    expect(await violations()).toEqual([]);
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  });
});
