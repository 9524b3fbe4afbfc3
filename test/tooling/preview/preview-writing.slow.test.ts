import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../../project.ts";
import { shippedText, withStrings } from "../check/shipped.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running.ts";

eachTestHasAPage();

const german = "templates/locales/de.json";
const structure = "templates/messages/forgot-password.html.hbs";
const wrong = (text: string) => withStrings("de", { "forgot-password.no key": text });

describe("while somebody writes", () => {
  test("what is saved is on the page; what no longer compiles leaves the last picture under its rule's words", async () => {
    const root = project();
    const preview = await runningPreview(root);
    const save = (file: string, from: string, to: string) => {
      const path = join(root, file);
      writeFileSync(path, readFileSync(path, "utf8").replace(from, to));
    };
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      const frame = page.frameLocator("#phone-own");
      await frame.getByText("Guten Tag Anna").waitFor();
      save(german, "Guten Tag {{name}}", "Grüß Gott {{name}}");
      await frame.getByText("Grüß Gott Anna").waitFor();
      save(structure, "{{#> note}}", "{{#> noot}}");
      const banner = page.locator("#banner .failing");
      await banner.waitFor();
      expect(await banner.textContent()).toContain(`This is the last version that worked. ${structure}:9: `);
      expect(await page.textContent(".bubble")).toContain("Passwort bei Example");
      await page
        .locator(".findings")
        .getByRole("link", { name: `${structure}, line 9` })
        .click();
      expect(await page.locator("li:target").textContent()).toContain("{{#> noot}}");
      await page.goto(preview.url);
      expect(await page.textContent(".count.failing")).toContain("5");
      await page.getByRole("link", { name: "Forgot password in German: failing 1 error" }).click();
      save(structure, "{{#> noot}}", "{{#> note}}");
      save(german, "Passwort bei {{brand.name}}. Er", "Passwort bei {{brand.name}}! Er");
      await page.getByText("Passwort bei Example!").first().waitFor();
      expect(await banner.count()).toBe(0);
    } finally {
      await preview.stop();
    }
  });

  test("a save leaves the focus where it is, and its outcome is one line, red where something is wrong", async () => {
    const root = project(wrong("Nein"));
    const preview = await runningPreview(root);
    const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
    const state = () => page.getAttribute(".live", "data-state");
    let saves = 0;
    const saved = async (files: Record<string, string>) => {
      saves += 1;
      const before = await page.getAttribute("#live", "data-version");
      for (const [file, text] of Object.entries(files)) writeFileSync(join(root, file), text);
      await expect.poll(() => page.getAttribute("#live", "data-version")).not.toBe(before);
    };
    try {
      await page.goto(preview.url);
      expect(await state()).toBe("wrong");
      await page.getByRole("link", { name: "Forgot password in German" }).focus();
      await saved(wrong("Nein, nein"));
      expect(await focused()).toContain("Forgot password in German");
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await state()).toBe("wrong");
      for (const part of [".findings a", ".source summary", ".lines .back"]) {
        await page.locator(part).first().focus();
        const before = await focused();
        await saved(wrong("Nein. ".repeat(saves)));
        expect(await focused()).toBe(before);
      }
      expect(await state()).toBe("wrong");
      expect(await page.textContent("#told")).toMatch(/^Saved at [^a-z]+\. \d errors?\.$/);
      const told = await page.textContent("#live");
      await page.locator(".findings a").first().click();
      await page.waitForTimeout(200);
      expect(await page.textContent("#live")).toBe(told);
      const { height } = (await page.locator(".top").boundingBox()) ?? {};
      await page.setViewportSize({ width: 360, height: 900 });
      await saved({ [structure]: shippedText(structure).replace("{{/layout}}", "{{/layuot}}") });
      expect(await page.textContent("#told")).toMatch(/Does not compile\.$/);
      expect(await page.textContent("#live")).toContain("{{/layuot}} closes nothing");
      expect((await page.locator(".top").boundingBox())?.height).toBe(height);
      await saved({ [structure]: shippedText(structure), [german]: shippedText(german) });
      await expect.poll(state).toBe("shown");
      writeFileSync(join(root, "templates/settings.json"), "{");
      await page.waitForSelector("#fault .failing");
      await page.reload();
      expect(await state()).toBe("wrong");
    } finally {
      await preview.stop();
    }
  });

  test("settings that break, or a folder that goes, leave the last picture; a choice meanwhile is not lost", async () => {
    const root = project();
    const preview = await runningPreview(root);
    const path = join(root, "templates/brands.json");
    const settings = readFileSync(path, "utf8");
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      writeFileSync(path, settings.slice(0, -3));
      const fault = page.locator("#fault .failing");
      await fault.waitFor();
      expect(await fault.textContent()).toContain("templates/brands.json:");
      await page.frameLocator("#phone-own").getByText("Guten Tag Anna").waitFor();
      writeFileSync(path, settings);
      await page.selectOption("#control-locale", "fr");
      await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
      await expect.poll(() => fault.count()).toBe(0);
      renameSync(join(root, "templates"), join(root, "away"));
      await fault.waitFor();
      await page.frameLocator("#phone-own").getByText("Bonjour Anna").waitFor();
      renameSync(join(root, "away"), join(root, "templates"));
      await expect.poll(() => fault.count()).toBe(0);
    } finally {
      await preview.stop();
    }
  });

  test("an SMS that Cognito would reject is shown with the reason", async () => {
    const sms = `{{code}} ${"ist Ihr Code. ".repeat(12)}`;
    const root = project(withStrings("de", { "forgot-password.sms": sms }));
    const preview = await runningPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await page.textContent("#sms-card-own")).toContain("characters; Cognito takes 6 to 140");
      const refused = await page.textContent("#sms-card-own .refused");
      expect(refused).toContain("ist Ihr Code. ist Ihr Code.");
      expect(refused).not.toContain("{####}");
    } finally {
      await preview.stop();
    }
  });

  test("an email that Cognito would reject is shown as it was meant, and why its subject goes with it", async () => {
    const root = project(withStrings("de", { "forgot-password.intro": "Viel Text. ".repeat(2_000) }));
    const preview = await runningPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      await page.frameLocator("#phone-own").getByText("Viel Text.").first().waitFor();
      expect(await page.textContent("#email-card-own")).toContain("characters; Cognito takes 6 to 20000");
      expect(await page.textContent("#inbox-card-own")).toContain(
        "Subject and email go together: as the email is refused, so is the subject.",
      );
      expect(await violations()).toEqual([]);
    } finally {
      await preview.stop();
    }
  });

  test("a message that a broken partial stops says so, and is failing in the matrix", async () => {
    const note = "templates/partials/note.html.hbs";
    const root = project({ [note]: "{{#if brand.legal}}" });
    const preview = await runningPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await page.textContent("#banner")).toContain(
        `There is no picture of this message yet. ${note}:1:`,
      );
      expect(await page.textContent("#findings-own")).not.toContain("Nothing is wrong");
      await page.goto(preview.url);
      expect(await page.textContent(".count.failing")).toContain("35");
    } finally {
      await preview.stop();
    }
  });

  test("a message that is missing, a draft, and settings that cannot be read are shown as such", async () => {
    const root = project({
      ...withStrings("de", { "forgot-password.sms": "" }),
      "templates/locales/it.json": '{ "forgot-password": { "subject": "Codice" } }',
      "templates/settings.json": '{ "source": "en", "default": "en", "locales": "all", "drafts": ["it"] }',
    });
    const preview = await runningPreview(root);
    try {
      await page.goto(preview.url);
      await page.getByRole("link", { name: "Forgot password in German: missing 1 string missing" }).waitFor();
      expect(await page.getByRole("row", { name: /^Italian/ }).textContent()).toContain("draft");
      expect(await page.getByRole("row", { name: /^German/ }).textContent()).toContain("98 %");
      await page.selectOption("#filter-state", "missing");
      await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
      await page.selectOption("#filter-state", "");
      await page.fill("#filter-find", "ita");
      await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
      writeFileSync(join(root, "templates/settings.json"), "{");
      await page.locator("#fault").getByText("templates/settings.json:1:").waitFor();
      expect(await violations()).toEqual([]);
    } finally {
      await preview.stop();
    }
  });
});
