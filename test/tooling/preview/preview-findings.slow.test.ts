import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { project, repository } from "../../project.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running.ts";

eachTestHasAPage();

const sms = "templates/de/forgot-password/sms.txt.hbs";

describe("on what is not as it should be", () => {
  const english = "templates/en/forgot-password/sms.txt.hbs";
  const button = "templates/_brand/button.html.hbs";
  const shippedText = (file: string) => readFileSync(join(repository, file), "utf8");

  async function withPreview(
    files: Record<string, string>,
    look: (url: (path: string) => string) => Promise<void>,
  ) {
    const preview = await runningPreview(project(files));
    try {
      await look((path) => new URL(path, preview.url).href);
    } finally {
      await preview.stop();
    }
  }

  test("beside the default language stand its own findings and its source, and what both share stands once", async () => {
    const files = {
      [sms]: shippedText(sms).replace("1 Stunde", "2 Stunden"),
      [english]: shippedText(english).replace("1 hour", "3 hours"),
      [button]: shippedText(button).replace("<table ", '<table onclick="a" '),
    };
    await withPreview(files, async (url) => {
      await page.goto(url("/message/forgot-password/de?beside=on"));
      const reference = page.locator("#findings-reference");
      expect(await reference.textContent()).toContain("3 hours");
      expect(await reference.textContent()).not.toContain(button);
      expect(await page.textContent("#findings-own")).toContain(button);
      await reference
        .getByRole("link", { name: `${english}, line 1` })
        .first()
        .click();
      expect(await page.locator("#source-reference li:target").textContent()).toContain("3 hours");
      expect(await violations()).toEqual([]);
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

  test("what can be chosen stands in a row, and a language without a picture beside one with it", async () => {
    await withPreview({ [sms]: "{{code}} {{brand.nam}}" }, async (url) => {
      await page.goto(url("/message/forgot-password/de?beside=on"));
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
    await withPreview({ [sms]: shippedText(sms).replace("1 Stunde", "2 Stunden") }, async (url) => {
      await page.goto(url("/message/forgot-password/de"));
      await page.getByRole("link", { name: `${sms}, line 1` }).focus();
      await page.keyboard.press("Enter");
      const focused = () => page.evaluate<string>("document.activeElement?.textContent ?? ''");
      expect(await focused()).toContain("2 Stunden. Geben Sie");
      await page.keyboard.press("Tab");
      expect(await focused()).toMatch(/^↑ error/);
      await page.keyboard.press("Enter");
      expect(await focused()).toContain("(wrong-life)".slice(1, -1));
      expect(await page.locator("li:target").count()).toBe(1);
    });
  });

  test("what is said of no single message leads to its line at home, and back", async () => {
    const files = { [button]: shippedText(button).replace("{{label}}", "{{{label}}}") };
    await withPreview(files, async (url) => {
      await page.goto(url("/"));
      await page
        .getByRole("link", { name: `${button}, line 3` })
        .first()
        .click();
      expect(await page.locator("li:target").textContent()).toContain("{{{label}}}");
      await page.locator("li:target .back").click();
      expect(await page.locator("li:target").textContent()).toContain("raw-output");
      expect(await violations()).toEqual([]);
    });
  });

  test("what nobody sees is written out: in the source, and in what is sent", async () => {
    await withPreview({ [english]: shippedText(english).replace("Valid", "\u200eValid") }, async (url) => {
      await page.goto(url("/message/forgot-password/en"));
      expect(await page.textContent("#source-own")).toContain("password. \\u{200e}Valid");
      await page.locator("#answer summary").click();
      expect(await violations()).toEqual([]);
    });
  });
});
