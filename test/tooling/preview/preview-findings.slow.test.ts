import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project } from "../../project.ts";
import { shippedText, withStrings } from "../check/shipped.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running.ts";

eachTestHasAPage();

const german = "templates/locales/de.json";
const english = "templates/locales/en.json";
const button = "templates/partials/button.html.hbs";

describe("on what is not as it should be", () => {
  async function withPreview(
    files: Record<string, string>,
    look: (url: (path: string) => string, save: (file: string, text: string) => void) => Promise<void>,
  ) {
    const root = project(files);
    const preview = await runningPreview(root);
    try {
      await look(
        (path) => new URL(path, preview.url).href,
        (file, text) => writeFileSync(join(root, file), text),
      );
    } finally {
      await preview.stop();
    }
  }

  test("beside the default language are its own findings and its strings, and what both share is there once", async () => {
    const files = {
      ...withStrings("de", { "forgot-password.no key": "Nein" }),
      ...withStrings("en", { "forgot-password.no key": "No" }),
      [button]: `${shippedText(button)}{{#if`,
    };
    await withPreview(files, async (url, save) => {
      await page.goto(url("/message/forgot-password/de?beside=on"));
      const reference = page.locator("#findings-reference");
      expect(await reference.textContent()).toContain("forgot-password.no key en");
      expect(await reference.textContent()).not.toContain(button);
      expect(await page.textContent("#findings-own")).toContain(button);
      await reference
        .getByRole("link", { name: `${english}, line` })
        .first()
        .click();
      expect(await page.locator("#source-reference li:target").textContent()).toContain('"no key": "No"');
      expect(await violations()).toEqual([]);
      save(button, shippedText(button));
      await page.waitForSelector("#phone-reference");
      const [own, other] = await Promise.all(
        ["own", "reference"].map((side) => page.locator(`#email-card-${side}`).boundingBox()),
      );
      expect(own?.y).toBe(other?.y);
      await page.setViewportSize({ width: 360, height: 780 });
      const frames = ["#phone-own", "#phone-reference"].map((id) => page.locator(id).boundingBox());
      for (const box of await Promise.all(frames)) {
        expect(box?.x).toBeGreaterThanOrEqual(0);
        expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(360);
      }
      expect(await violations()).toEqual([]);
    });
  });

  test("what can be chosen is in a row, and a language that lacks a string beside one with a picture", async () => {
    await withPreview(withStrings("de", { "forgot-password.sms": "" }), async (url) => {
      await page.goto(url("/message/forgot-password/de?beside=on"));
      expect(await page.textContent("#banner")).toContain("forgot-password.sms");
      expect((await page.locator(".choosing").boundingBox())?.height).toBeLessThan(80);
      const legend = await page.locator(".choice legend").boundingBox();
      const label = await page.locator("#control-locale").boundingBox();
      expect((legend?.y ?? 0) + (legend?.height ?? 0)).toBeCloseTo((label?.y ?? 0) - 2, 0);
      expect(await page.textContent("#letter-own h2")).toBe("German");
      const [own, reference] = await Promise.all(
        ["#letter-own .empty", "#inbox-card-reference"].map((each) => page.locator(each).boundingBox()),
      );
      expect(own?.y).toBe(reference?.y);
    });
  });

  test("from a finding to its line and back goes the focus too, by keyboard", async () => {
    await withPreview(withStrings("de", { "forgot-password.no key": "Nein" }), async (url) => {
      await page.goto(url("/message/forgot-password/de"));
      await page
        .getByRole("link", { name: `${german}, line` })
        .first()
        .focus();
      await page.keyboard.press("Enter");
      const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
      expect(await focused()).toContain('"no key": "Nein"');
      await page.keyboard.press("Tab");
      expect(await focused()).toMatch(/^↑ error/);
      await page.keyboard.press("Enter");
      expect(await focused()).toContain("forgot-password.no key de");
      expect(await page.locator("li:target").count()).toBe(1);
    });
  });

  test("what is found about no single message leads to its line at home, and back", async () => {
    await withPreview({ [button]: `{{#unless label}}\n${shippedText(button)}{{/if}}` }, async (url) => {
      await page.goto(url("/"));
      await page
        .getByRole("link", { name: `${button}, line 1` })
        .first()
        .click();
      expect(await page.locator("li:target").textContent()).toContain("{{#unless label}}");
      await page.locator("li:target .back").click();
      expect(await page.locator("li:target").textContent()).toContain("template-syntax");
      expect(await violations()).toEqual([]);
    });
  });

  test("what nobody sees is written out: in the source, and in what is sent", async () => {
    const files = withStrings("en", {
      "forgot-password.sms": "{{code}} is your code. \u200eValid for 1 hour.",
    });
    await withPreview(files, async (url) => {
      await page.goto(url("/message/forgot-password/en"));
      expect(await page.textContent("#source-own")).toContain("code. \\u{200e}Valid");
      await page.locator("#answer summary").click();
      expect(await violations()).toEqual([]);
    });
  });
});
