import { describe, expect, test } from "vitest";
import { withStrings } from "../check/shipped.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";
import { runningPreview } from "./running-preview.ts";

eachTestHasAPage();

const german = "templates/locales/de.json";
const intro = "#text-forgot-password-intro";
const sms = "#text-forgot-password-sms";
const email = () => page.frameLocator("#email-own");
const strings = (text: string): Record<string, Record<string, string>> => JSON.parse(text);

describe("a text", () => {
  test("is typed, seen in the email before it is saved, and saved by keyboard", async () => {
    const preview = await runningPreview();
    const before = preview.read(german);
    await page.goto(preview.url("/message/forgot-password/de"));
    await page.fill(intro, "so steht es hier: {{brand.name}}");
    await email().getByText("so steht es hier: Example").waitFor();
    expect(await page.textContent("#status")).toBe("1 text is not saved.");
    expect(await page.title()).toBe("(1 not saved) Forgot password in German");
    expect(await page.locator(".chip.unsaved").count()).toBe(1);
    expect(preview.read(german)).toBe(before);
    await page.keyboard.press("Control+s");
    await expect.poll(() => page.textContent("#status")).toBe("Everything is saved.");
    const own = strings(before)["forgot-password"]?.intro as string;
    expect(preview.read(german)).toBe(before.replace(own, "so steht es hier: {{brand.name}}"));
    expect(JSON.parse(preview.read("templates/sources/de.json"))).toEqual({
      "forgot-password": {
        intro: {
          source: strings(preview.read("templates/locales/en.json"))["forgot-password"]?.intro,
          translation: expect.stringMatching(/^[0-9a-f]{16}$/),
        },
      },
    });
    expect(await page.evaluate("document.activeElement?.id")).toBe(intro.slice(1));
  });

  test("is undone by the browser, what was inserted too", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/message/forgot-password/de"));
    const before = await page.inputValue(intro);
    await page.focus(intro);
    await page.keyboard.press("Control+End");
    await page.keyboard.type(" Und");
    await email().getByText("Code ein: Und").waitFor();
    await page.keyboard.press("Control+i");
    expect(await page.evaluate("document.activeElement?.id")).toBe(`${intro.slice(1)}-insert`);
    await page.keyboard.press("Escape");
    expect(await page.evaluate("document.activeElement?.id")).toBe(intro.slice(1));
    await page.selectOption(`${intro}-insert`, "\u202f");
    await page.locator(`${intro}-note`).getByText("U+202F").waitFor();
    await page.locator(`${intro}-row .value`).first().click();
    await email().getByText("Und\u202fExample").waitFor();
    expect(await page.inputValue(intro)).toBe(`${before} Und\u202f{{brand.name}}`);
    for (let undone = 0; undone < 8 && (await page.inputValue(intro)) !== before; undone += 1) {
      await page.keyboard.press("Control+z");
    }
    expect(await page.inputValue(intro)).toBe(before);
    await expect.poll(() => page.textContent("#status")).toBe("Everything is saved.");
  });

  test("shows its findings and the length of an SMS where it is typed", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/message/forgot-password/de"));
    await page.fill(intro, "Hallo {{nam}}");
    const finding = page.locator(`${intro}-findings .error`);
    await finding.waitFor();
    expect(await finding.textContent()).toContain("Did you mean {{name}}?");
    expect(await page.getAttribute(intro, "aria-invalid")).toBe("true");
    expect(await page.title()).toContain("✕");
    await page.fill(sms, `{{code}} ist Ihr Code${"’".repeat(2)} ${"x".repeat(60)}`);
    const note = page.locator(`${sms}-note`);
    await expect.poll(() => note.textContent()).toMatch(/UCS-2 because of “’”\s· 2 segments/);
    await page.fill(sms, `{{code}} ${"x".repeat(200)}`);
    await page.locator(".short .banner.error").getByText("Cognito accepts 6 to 140").waitFor();
    expect(await violations()).toEqual([]);
  });

  test("that somebody else has saved meanwhile is not overwritten: both texts are shown", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/message/forgot-password/de"));
    await page.fill(intro, "meiner");
    await email().getByText("meiner").waitFor();
    preview.write(german, "jemand, hoffentlich Sie selbst", "eine andere");
    const conflict = page.locator(`${intro}-row .conflict`);
    await conflict.waitFor();
    await page.keyboard.press("Control+s");
    await page.locator("#notice").getByText("Not saved").waitFor();
    expect(await page.inputValue(intro)).toBe("meiner");
    expect(await conflict.textContent()).toContain("eine andere, möchte");
    expect(preview.read(german)).toContain("eine andere");
    expect(await violations()).toEqual([]);
    await conflict.getByRole("button", { name: "Keep mine" }).click();
    await expect.poll(() => conflict.count()).toBe(0);
    await page.keyboard.press("Control+s");
    await expect.poll(() => preview.read(german)).toContain('"intro": "meiner"');
    await page.fill(intro, "noch einer");
    preview.write(german, '"intro": "meiner"', '"intro": "anderer"');
    await conflict.getByRole("button", { name: "Use this text" }).click();
    await expect.poll(() => page.inputValue(intro)).toBe("anderer");
    await expect.poll(() => page.textContent("#status")).toBe("Everything is saved.");
  });

  test("that cannot be saved stays in its field, with the reason", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/message/forgot-password/de"));
    await page.fill(intro, "meiner");
    const good = preview.read(german);
    preview.write(german, `${good},`);
    await page.click("#save");
    await page
      .locator("#notice")
      .getByText(/^Not saved\. templates\/locales\/de\.json/)
      .waitFor();
    expect(await page.inputValue(intro)).toBe("meiner");
    preview.write(german, good);
    await page.click("#save");
    await expect.poll(() => preview.read(german)).toContain('"intro": "meiner"');
    expect(await page.textContent("#notice")).toBe("");
  });

  test("is kept while the preview is started again, and while other files change", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/message/forgot-password/de"));
    await page.fill(intro, "meiner");
    await email().getByText("meiner").waitFor();
    preview.write(german, "Guten Tag {{name}},", "Grüß Gott {{name}},");
    await email().getByText("Grüß Gott Anna").waitFor();
    await email().getByText("meiner").waitFor();
    preview.write("templates/settings.json", "{");
    await page.locator("#fault").waitFor();
    expect(await page.inputValue(intro)).toBe("meiner");
    page.on("dialog", (dialog) => dialog.dismiss());
    await page.selectOption("#go-locale", { label: "French" });
    expect(await page.inputValue(intro)).toBe("meiner");
    expect(await page.inputValue("#go-locale")).toContain("/de");
  });

  test("of a region shows what it inherits, and is written where its language has none", async () => {
    const preview = await runningPreview({ "templates/locales/de-CH.json": "{}\n" });
    await page.goto(preview.url("/message/forgot-password/de-CH"));
    expect(await page.inputValue(intro)).toBe("");
    expect(await page.getAttribute(intro, "placeholder")).toMatch(/^As in German: jemand/);
    await page.fill(intro, "öpper");
    await page.keyboard.press("Control+s");
    await expect.poll(() => preview.read("templates/locales/de-CH.json")).toContain('"intro": "öpper"');
  });
});

describe("a language", () => {
  test("is translated from nothing by keyboard alone", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/"));
    await page.getByLabel("Add a language").focus();
    await page.keyboard.type("Italian");
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { name: "Italian" }).waitFor();
    await page.locator("textarea").first().focus();
    const count = await page.locator("textarea").count();
    for (let field = 0; field < count; field += 1) {
      const source = await page.evaluate<string>(
        "document.activeElement.closest('.text').querySelector('.source')?.textContent ?? ''",
      );
      await page.keyboard.insertText(`it: ${source}`);
      // In a section Tab leads from text to text, too.
      await page.keyboard.press(field < 3 ? "Tab" : "Control+Enter");
    }
    await expect.poll(() => page.textContent("#status")).toContain(`${count} texts are not saved.`);
    await page.keyboard.press("Control+s");
    await expect.poll(() => page.textContent("#status"), { timeout: 10_000 }).toMatch(/^Everything is saved/);
    const saved = strings(preview.read("templates/locales/it.json"));
    expect(saved["forgot-password"]?.intro).toMatch(/^it: Someone, hopefully you/);
    expect(Object.keys(saved)).toEqual(Object.keys(strings(preview.read("templates/locales/en.json"))));
    await page.goto(preview.url("/"));
    expect(await page.getByRole("row", { name: /^Italian/ }).textContent()).toContain("100 %");
  });

  test("shows what is out of date with what has changed, and one or all are confirmed", async () => {
    const preview = await runningPreview();
    await page.goto(preview.url("/language/de"));
    for (const id of ["forgot-password-intro", "forgot-password-title"]) {
      await page.fill(`#text-${id}`, `${await page.inputValue(`#text-${id}`)}!`);
    }
    await page.keyboard.press("Control+s");
    await expect.poll(() => page.textContent("#status")).toBe("Everything is saved.");
    const english = "templates/locales/en.json";
    preview.write(english, "Someone, hopefully you,", "Somebody, hopefully you,");
    preview.write(english, '"title": "Choose a new password"', '"title": "Choose another password"');
    await page.goto(preview.url("/"));
    await page.getByRole("link", { name: "2 out of date" }).click();
    expect(await page.locator("textarea").count()).toBe(2);
    expect(await page.locator("#text-forgot-password-intro-source del").textContent()).toBe("Someone");
    expect(await page.locator("#text-forgot-password-intro-source ins").textContent()).toBe("Somebody");
    expect(await page.locator(".texts .findings").count()).toBe(0);
    expect(await page.getByRole("link", { name: "with findings" }).count()).toBe(0);
    expect(await violations()).toEqual([]);
    await page.locator("#text-forgot-password-intro-note .up-to-date").click();
    await expect.poll(() => page.locator(".chip.warning").count()).toBe(1);
    // What was shown stays, so that nobody loses their place.
    expect(await page.locator("textarea").count()).toBe(2);
    await page.getByRole("button", { name: "Mark all as up to date" }).click();
    await expect.poll(() => page.locator(".up-to-date").count()).toBe(0);
    await page.reload();
    await page.getByText("There is nothing to do here.").waitFor();
  });

  test("half done shows the source's text in the gaps, and what people get", async () => {
    const preview = await runningPreview(withStrings("de", { "forgot-password.intro": "" }));
    await page.goto(preview.url("/message/forgot-password/de"));
    await email().getByText("Someone, hopefully you").waitFor();
    await email().getByText("Guten Tag Anna").waitFor();
    expect(await page.textContent("#gaps")).toMatch(
      /^1 text is missing\..*people get this message in English\.$/,
    );
    expect(await page.locator(`${intro}-row .chip.missing`).count()).toBe(1);
  });
});
