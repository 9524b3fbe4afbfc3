import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../../project.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running.ts";

eachTestHasAPage();

const sms = "templates/de/forgot-password/sms.txt.hbs";
const email = "templates/de/forgot-password/email.html.hbs";

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
      save(email, "Guten Tag <bdi>", "Grüß Gott <bdi>");
      await frame.getByText("Grüß Gott Anna").waitFor();
      save(sms, "{{brand.name}}", "{{brand.nam}}");
      const banner = page.locator("#banner .failing");
      await banner.waitFor();
      expect(await banner.textContent()).toBe(
        `This is the last version that worked. ${sms}, line 1: There is no {{brand.nam}} in this SMS. Did you mean "brand.name"?`,
      );
      expect(await page.textContent(".bubble")).toContain("Passwort bei Example");
      await page
        .locator(".findings")
        .getByRole("link", { name: `${sms}, line 1` })
        .click();
      expect(await page.locator("li:target").textContent()).toContain("{{brand.nam}}");
      await page.goto(preview.url);
      expect(await page.textContent(".count.failing")).toContain("1");
      await page.getByRole("link", { name: "Forgot password in German: failing 1 error" }).click();
      save(sms, "{{brand.nam}}", "{{brand.name}}!");
      await page.getByText("Passwort bei Example!").first().waitFor();
      expect(await banner.count()).toBe(0);
    } finally {
      await preview.stop();
    }
  });

  test("a save leaves the focus where it is, and its outcome is one line, red where something is wrong", async () => {
    const wrong = "{{code}} ist Ihr Code. Er gilt 2 Stunden.";
    const root = project({ [sms]: wrong });
    const preview = await runningPreview(root);
    const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
    const state = () => page.getAttribute(".live", "data-state");
    let saves = 0;
    const saved = async (text: string) => {
      saves += 1;
      const before = await page.getAttribute("#live", "data-version");
      writeFileSync(join(root, sms), text);
      const shown = () => page.getAttribute("#live", "data-version");
      await expect.poll(shown, { timeout: 10_000 }).not.toBe(before);
    };
    try {
      await page.goto(preview.url);
      expect(await state()).toBe("wrong");
      await page.getByRole("link", { name: "Forgot password in German" }).focus();
      await saved(`${wrong} Nein.`);
      expect(await focused()).toContain("Forgot password in German");
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await state()).toBe("wrong");
      for (const part of [".findings a", ".source summary", ".lines .back"]) {
        await page.locator(part).first().focus();
        const before = await focused();
        await saved(`${wrong} ${"Nein. ".repeat(saves)}`);
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
      await saved("{{code}} ist Ihr Code {{brand.nam}}");
      expect(await page.textContent("#told")).toMatch(/Does not compile\.$/);
      expect(await page.textContent("#live")).toContain("There is no {{brand.nam}} in this SMS.");
      expect((await page.locator(".top").boundingBox())?.height).toBe(height);
      await saved("{{code}} ist Ihr Code. Er gilt 1 Stunde.");
      await expect.poll(state).toBe("shown");
      writeFileSync(join(root, "templates/messages.json"), "{");
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
    const path = join(root, "templates/_brand/brand.json");
    const settings = readFileSync(path, "utf8");
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      writeFileSync(path, settings.slice(0, -3));
      const fault = page.locator("#fault .failing");
      await fault.waitFor();
      expect(await fault.textContent()).toContain("templates/_brand/brand.json, line ");
      await page.frameLocator("#phone-own").getByText("Guten Tag Anna").waitFor();
      writeFileSync(path, settings);
      await page.selectOption("#control-locale", "fr");
      await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
      await expect.poll(() => fault.count()).toBe(0);
      renameSync(join(root, "templates"), join(root, "away"));
      await fault.waitFor();
      await page.frameLocator("#phone-own").getByText("Bonjour Anna").waitFor();
      renameSync(join(root, "away"), join(root, "templates"));
      await expect.poll(() => fault.count(), { timeout: 10_000 }).toBe(0);
    } finally {
      await preview.stop();
    }
  });

  test("an SMS that Cognito would refuse is shown with the reason", async () => {
    const root = project({ [sms]: `{{code}} ${"ist Ihr Code. ".repeat(12)}` });
    const preview = await runningPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await page.textContent("#sms-card-own")).toContain("174 characters; Cognito takes 6 to 140");
      const refused = await page.textContent("#sms-card-own .refused");
      expect(refused).toContain("ist Ihr Code. ist Ihr Code.");
      expect(refused).not.toContain("{####}");
    } finally {
      await preview.stop();
    }
  });

  test("an email that Cognito would refuse is shown as it was meant, and why its subject goes with it", async () => {
    const root = project();
    const text = readFileSync(join(root, email), "utf8");
    writeFileSync(join(root, email), text.replace("<p>", `<p>${"Viel Text. ".repeat(2_000)}</p><p>`));
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

  test("a message that a missing partial stops says so, and is failing in the matrix", async () => {
    const root = project({ "templates/_brand/note.html.hbs": null });
    const preview = await runningPreview(root);
    try {
      await page.goto(new URL("/message/forgot-password/de", preview.url).href);
      expect(await page.textContent("#banner")).toContain("There is no templates/_brand/note.html.hbs");
      expect(await page.textContent("#findings-own")).not.toContain("Nothing is wrong");
      await page.goto(preview.url);
      expect(await page.textContent(".count.failing")).toContain("35");
    } finally {
      await preview.stop();
    }
  });

  test("a message that is missing, a draft, and settings that cannot be read are told as such", async () => {
    const root = project({ [sms]: null, "templates/it/forgot-password/subject.txt.hbs": "Codice" });
    const preview = await runningPreview(root);
    try {
      await page.goto(preview.url);
      await page.getByRole("link", { name: "Forgot password in German: missing" }).waitFor();
      expect(await page.getByRole("row", { name: /^Italian/ }).textContent()).toContain("draft");
      expect(await page.getByRole("row", { name: /^German/ }).textContent()).toContain("95 %");
      await page.selectOption("#filter-state", "missing");
      await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
      await page.selectOption("#filter-state", "");
      await page.fill("#filter-find", "ita");
      await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
      writeFileSync(join(root, "templates/messages.json"), "{");
      await page.locator("#fault").getByText("templates/messages.json, line 1:").waitFor();
      expect(await violations()).toEqual([]);
    } finally {
      await preview.stop();
    }
  });
});
