import { expect, test } from "vitest";
import { withMoreLocales } from "../../more-locales.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running-preview.ts";

eachTestHasAPage();

const german = "templates/locales/de.json";
const structure = "templates/messages/forgot-password.html.hbs";
const email = () => page.frameLocator("#email-own");

test("a structure that breaks is said where it is seen, above the last version that worked, until it is right again", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await page.evaluate("window.scrollTo(0, document.body.scrollHeight)");
  preview.write(structure, "{{#> note}}", "{{#> noot}}");
  const banner = page.locator("#banner .error");
  await banner.waitFor();
  expect(await banner.textContent()).toContain(`This is the last version that worked. ${structure}:9: `);
  await expect(page.title()).resolves.toBe("✕ Forgot password in German");
  for (const seen of [banner, page.locator("#status")]) {
    const { y = -1 } = (await seen.boundingBox()) ?? {};
    expect(y).toBeGreaterThanOrEqual(0);
    expect(y).toBeLessThan(200);
  }
  await email().getByText("Guten Tag Anna").waitFor();
  expect(await page.locator("#texts").textContent()).toContain("{{#> noot}}");
  expect(await violations()).toEqual([]);
  preview.write(structure, "{{#> noot}}", "{{#> note}}");
  await expect.poll(() => banner.count()).toBe(0);
  preview.write(structure, '<p>{{t "intro"}}</p>', '<p>{{t "intro"}}</p><p>More.</p>');
  await email().getByText("More.").waitFor();
});

test("a message that has never been whole says why", async () => {
  const note = "templates/partials/note.html.hbs";
  const preview = await runningPreview({ [note]: "{{#if brand.legal}}" });
  await page.goto(preview.url("/message/forgot-password/de"));
  expect(await page.textContent("#banner")).toContain(`This message cannot be shown yet. ${note}:1: `);
  await page.goto(preview.url("/"));
  expect(await page.textContent(".states .error")).toContain("35 with errors");
});

test("what is saved elsewhere is on the page, under the cursor too, and opened folds stay open", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await page.focus("#text-forgot-password-intro");
  await page.locator("#answer-own summary").click();
  await page.focus("#text-forgot-password-intro");
  preview.write(german, "jemand, hoffentlich Sie selbst,", "irgendwer");
  await email().getByText("irgendwer").waitFor();
  expect(await page.inputValue("#text-forgot-password-intro")).toContain("irgendwer");
  expect(await page.textContent("#status")).toBe("Everything is saved.");
  expect(await page.locator("#answer-own").getAttribute("open")).not.toBeNull();
});

test.each([
  ["templates/brands.json", "{"],
  ["templates/settings.json", '{ "source": "en", "locales": ["en" }'],
  ["triggers/client-metadata.ts", "export const clientMetadata = ;"],
])("%s that cannot be read from the start is named on every page, which shows the messages once it is right", async (file, broken) => {
  const good = (await runningPreview()).read(file);
  const preview = await runningPreview({ [file]: broken });
  await page.goto(preview.url("/message/forgot-password/de"));
  await page.getByRole("heading", { name: "The messages cannot be shown" }).waitFor();
  await page.getByText(`${file}, line 1, column`).waitFor();
  expect(await violations()).toEqual([]);
  preview.write(file, good);
  await email().getByText("Guten Tag Anna").waitFor();
});

test("all messages of a language that is begun are seen at 1280 px, and its status on a phone too", async () => {
  const preview = await runningPreview({
    "templates/locales/it.json": '{ "shared": { "greeting-without-name": "Buongiorno," } }',
  });
  await page.setViewportSize({ width: 1280, height: 720 });
  await page.goto(preview.url("/"));
  await page.getByRole("link", { name: "Sign-in code in Italian: 8 missing" }).waitFor();
  expect(await hidden(".scroll")).toEqual([0, expect.any(Number)]);
  await page.goto(preview.url("/message/authentication/it"));
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await hidden("#status")).toEqual([0, 0]);
});

/** How much of an element's content is not seen, in both directions. */
function hidden(selector: string): Promise<number[]> {
  const box = `document.querySelector("${selector}")`;
  return page.evaluate(
    `[${box}.scrollWidth - ${box}.clientWidth, ${box}.scrollHeight - ${box}.clientHeight]`,
  );
}

test("with 200 languages the head and the names of the languages stay in view", async () => {
  const preview = await runningPreview();
  withMoreLocales(preview.root, { count: 200, isInherited: false });
  await page.goto(preview.url("/"));
  await expect.poll(() => page.locator("tbody tr").count(), { timeout: 20_000 }).toBe(200);
  await page.setViewportSize({ width: 700, height: 800 });
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
});
