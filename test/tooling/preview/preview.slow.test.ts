import { readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { AxeResults } from "axe-core";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { WIDTHS } from "../../../src/tooling/preview/view.ts";
import { withMoreLocales } from "../../more-locales.ts";
import { project, repository } from "../../project.ts";
import { run } from "../cli/run.ts";
import { browser } from "./browser.ts";
import { type Running, runningPreview, startedPreview } from "./running.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const sms = "templates/de/forgot-password/sms.txt.hbs";
const email = "templates/de/forgot-password/email.html.hbs";

/** What a page has, and Node's types do not. */
interface Styled {
  getComputedStyle(element: unknown): { readonly backgroundColor: string; readonly colorScheme: string };
}

let chrome: Browser;
beforeAll(async () => {
  chrome = await browser();
});
afterAll(() => chrome?.close());

let page: Page;
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

/** Everything that axe knows, WCAG 2.2 AA and its advice. */
async function violations(): Promise<string[]> {
  await page.evaluate(axe);
  const { violations: found } = await page.evaluate<AxeResults>(
    "axe.run({ runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] })",
  );
  return found.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
}

describe("on what is shipped", () => {
  let preview: Running;
  beforeAll(async () => {
    preview = await runningPreview(repository);
  });
  afterAll(() => preview?.stop());

  const open = (path: string) => page.goto(new URL(path, preview.url).href);

  test("the matrix counts every message in every language, and leads to it", async () => {
    await open("/");
    expect(await page.textContent(".count.clean")).toContain("35");
    await page.getByRole("link", { name: "Forgot password in German: clean" }).click();
    expect(await page.textContent("h1")).toBe("Forgot password in German de");
    expect(await page.textContent(".bubble")).toContain("123456 ist Ihr Code");
    const frame = page.frameLocator("#phone-own");
    await frame.getByText("Guten Tag Anna,").waitFor();
    expect(await frame.locator(".code").textContent()).toBe("123456");
    expect(await page.textContent(".aloud")).toContain("Der Code gilt 1 Stunde.");
    expect(await page.textContent(".preheader")).toContain("Hier ist Ihr Code");
  });

  test("language, sample, width and colours are chosen by keyboard, and stay in the address", async () => {
    await open("/message/forgot-password/de");
    await page.focus("#control-locale");
    await page.keyboard.press("ArrowDown");
    await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/message/forgot-password/fr");
    await page.focus("#control-sample");
    await page.keyboard.press("ArrowDown");
    await page.frameLocator("#phone-own").getByText("Bonjour,").waitFor();
    await page.focus("#control-light");
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/scheme=dark/);
    await page.focus("#control-width");
    await page.keyboard.press("PageUp");
    await page.waitForURL(/width=7/);
    await page.keyboard.press("ArrowRight");
    await page.waitForURL(/width=773/);
    expect(await page.evaluate("document.activeElement?.id")).toBe("control-width");
    expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
      sample: "no name",
      scheme: "dark",
      width: "773",
    });
    expect((await page.locator("#desktop-own").boundingBox())?.width).toBe(773);
    const background = () =>
      page
        .frameLocator("#desktop-own")
        .locator(".card")
        .evaluate((each) => (globalThis as unknown as Styled).getComputedStyle(each).backgroundColor);
    await expect.poll(background).toBe("rgb(26, 30, 36)");
    // What was looked at is found again by its address, and the way back leads there.
    await page.reload();
    expect(await page.inputValue("#control-sample")).toBe("no name");
    await page.goBack();
    await page.waitForURL((url) => !url.search.includes("width=773"));
    const before = new URL(page.url()).searchParams.get("width") ?? String(WIDTHS.usual);
    await expect.poll(() => page.textContent(".desktop .width")).toBe(before);
  });

  test("what is typed while the page changes is not lost", async () => {
    await open("/");
    await page.focus("#filter-find");
    await page.keyboard.type("german", { delay: 90 });
    await expect.poll(() => page.locator("tbody tr").count()).toBe(1);
    expect(await page.inputValue("#filter-find")).toBe("german");
    await open("/message/forgot-password/en");
    await page.locator("#values > summary").click();
    await page.fill("#value-attribute-given_name", "Eva");
    await page.keyboard.press("Tab");
    await page.keyboard.type("Zoe Quick", { delay: 60 });
    await page.frameLocator("#phone-own").getByText("Hello Eva").waitFor();
    expect(await page.inputValue("#value-attribute-name")).toBe("Zoe Quick");
    await page.keyboard.press("Enter");
    await page.waitForURL(/attribute.name=Zoe/);
  });

  test("a way to a message keeps how messages are looked at", async () => {
    await open("/message/forgot-password/de?sample=no+name&scheme=dark");
    await page.getByRole("link", { name: "Messages" }).click();
    await page.getByRole("link", { name: "Sign up in French: clean" }).click();
    expect(await page.inputValue("#control-sample")).toBe("no name");
    expect(await page.isChecked("#control-dark")).toBe(true);
  });

  test.each([
    ["light", "dark"],
    ["dark", "light"],
  ] as const)("an email in %s is so on a machine that prefers %s", async (scheme, colorScheme) => {
    await page.emulateMedia({ colorScheme });
    await open(`/message/forgot-password/de?scheme=${scheme}`);
    const used = page
      .frameLocator("#phone-own")
      .locator("html")
      .evaluate((each) => (globalThis as unknown as Styled).getComputedStyle(each).colorScheme);
    expect(await used).toBe(scheme);
  });

  test("an edge is dragged at any height of it, over the email too, to a width that stays in the address", async () => {
    await open("/message/forgot-password/de?width=500");
    const drag = async (by: number) => {
      const edge = page.locator(".edge").first();
      await edge.scrollIntoViewIfNeeded();
      const { x = 0, y = 0, width = 0 } = (await edge.boundingBox()) ?? {};
      await page.mouse.move(x + width / 2, y + 40);
      await page.mouse.down();
      await page.mouse.move(x + width / 2 + by, y + 60, { steps: 4 });
      await page.mouse.up();
    };
    await drag(40);
    await page.waitForURL(/width=540/);
    expect(await page.textContent(".desktop .width")).toBe("540");
    expect(await page.textContent("#control-width-shown")).toBe("540");
    await drag(-100);
    await page.waitForURL(/width=440/);
    await open("/message/forgot-password/ar?width=500");
    await drag(-40);
    await page.waitForURL(/width=540/);
  });

  test.each([1280, 360])("beside another, the edge can be seen in a window of %i px", async (width) => {
    await page.setViewportSize({ width, height: 900 });
    await open("/message/forgot-password/de?beside=on");
    for (const side of ["own", "reference"]) {
      const [card, edge] = await Promise.all([
        page.locator(`#email-card-${side}`).boundingBox(),
        page.locator(`#desktop-figure-${side} .edge`).boundingBox(),
      ]);
      expect(edge?.width).toBeGreaterThan(8);
      expect((edge?.x ?? 0) + (edge?.width ?? 0)).toBeLessThan((card?.x ?? 0) + (card?.width ?? 0));
    }
    expect(new URL(page.url()).search).toBe("?beside=on");
    const frame = await page.locator("#desktop-own").boundingBox();
    expect(await page.textContent("#control-width-shown")).toBe(String(frame?.width));
  });

  test("without a script nobody is told to drag", async () => {
    const quiet = await chrome.newContext({ javaScriptEnabled: false });
    const plain = await quiet.newPage();
    await plain.goto(new URL("/message/forgot-password/de", preview.url).href);
    expect(await plain.getByText("drag its edge").isVisible()).toBe(false);
    expect(await plain.locator(".edge").isVisible()).toBe(false);
    await quiet.close();
  });

  test("what somebody has opened or closed stays so, whatever is chosen", async () => {
    const isOpen = () => page.locator("#values").evaluate((each) => "open" in each && each.open);
    await open("/message/forgot-password/de");
    await page.locator("#values > summary").click();
    await page.selectOption("#control-locale", "fr");
    await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
    expect(await isOpen()).toBe(true);
    await page.check("#control-beside");
    await page.waitForSelector("#letter-reference");
    expect(await isOpen()).toBe(true);
    await page.fill("#value-attribute-given_name", "Eva");
    await page.press("#value-attribute-given_name", "Enter");
    await page.waitForURL(/given_name=Eva/);
    await page.fill("#value-attribute-given_name", "Anna");
    await page.press("#value-attribute-given_name", "Enter");
    await page.waitForURL((url) => !url.search.includes("given_name"));
    expect(await isOpen()).toBe(true);
    expect(await page.evaluate("document.activeElement?.id")).toBe("value-attribute-given_name");
    await page.selectOption("#control-sample", "hostile");
    await page.waitForURL(/hostile/);
    await page.locator("#values > summary").click();
    await page.check("#control-dark");
    await page.waitForURL(/dark/);
    expect(await isOpen()).toBe(false);
  });

  test("what is compared and what is filtered are kept on the way round", async () => {
    await open("/message/forgot-password/de?beside=on");
    for (const [locale, name] of [
      ["en", "English"],
      ["fr", "French"],
    ] as const) {
      await page.selectOption("#control-locale", locale);
      await page.getByRole("heading", { name: `Forgot password in ${name}` }).waitFor();
    }
    expect(await page.isChecked("#control-beside")).toBe(true);
    await open("/?state=clean&find=ger");
    await page.getByRole("link", { name: "Forgot password in German: clean" }).click();
    await page.selectOption("#control-sample", "no name");
    await page.waitForURL(/sample=no/);
    await page.getByRole("link", { name: "Messages" }).click();
    await page.waitForURL(/\/\?/);
    expect(await page.inputValue("#filter-find")).toBe("ger");
    expect(await page.inputValue("#filter-state")).toBe("clean");
    expect(new URL(page.url()).searchParams.get("sample")).toBe("no name");
    expect(await page.locator("tbody tr").count()).toBe(1);
  });

  test("Arabic is laid out from right to left", async () => {
    await open("/message/forgot-password/ar?beside=on");
    expect(await page.getAttribute("#letter-own", "dir")).toBe("rtl");
    expect(await page.getAttribute("#letter-reference", "dir")).toBe("ltr");
    const bubble = await page.locator("#sms-card-own .bubble").boundingBox();
    const screen = await page.locator("#sms-card-own .phone-screen").boundingBox();
    const room = (bubble?.x ?? 0) - (screen?.x ?? 0);
    expect(room).toBeGreaterThan((screen?.width ?? 0) - (bubble?.width ?? 0) - room);
    await page.frameLocator("#phone-reference").getByText("Hello").waitFor();
  });

  test("a name with a script in it is text wherever it stands, and the page says why nobody gets it", async () => {
    await open("/message/forgot-password/en");
    await page.locator("#values > summary").click();
    await page.fill("#value-attribute-given_name", "<script>alert(1)</script>");
    await page.keyboard.press("Tab");
    await page.getByText("Not taken. It holds < > { or }.").waitFor();
    expect(await page.inputValue("#value-attribute-given_name")).toBe("<script>alert(1)</script>");
    expect(await page.locator("main script").count()).toBe(0);
    await page.frameLocator("#phone-own").getByText("Hello Anna Berger").waitFor();
  });

  test("of a person's values it is told what nobody sees in them, and which change nothing here", async () => {
    await open("/message/forgot-password/fr?sample=hostile");
    expect(await page.textContent("#value-metadata-locale-typed")).toContain("en\\u{202e}");
    expect(await page.textContent("#value-metadata-locale-why")).toContain("U+202E right-to-left override");
    await open("/message/forgot-password/fr");
    await page.locator("#values > summary").click();
    expect(await page.textContent("#value-metadata-locale-idle")).toBe(
      "This page is in French for everybody: when it is sent, this chooses German.",
    );
    expect(await violations()).toEqual([]);
  });

  test("a choice is said in words, once, with what has come of it", async () => {
    await open("/message/forgot-password/de");
    await page.waitForSelector(".live[data-state=waiting]");
    await page.evaluate(`window.said = []; new MutationObserver(() => said.push(live.textContent))
      .observe(live, { childList: true, characterData: true, subtree: true }); undefined`);
    await page.selectOption("#control-sample", "no name");
    await page.waitForURL(/sample=no/);
    await page.check("#control-images");
    await page.waitForURL(/images=off/);
    await page.selectOption("#control-locale", "fr");
    await page.waitForURL(/\/fr/);
    await expect
      .poll(() => page.evaluate("said"))
      .toEqual([
        "Shown for: no name. Forgot password in German: nothing is wrong.",
        "Images off: yes. Forgot password in German: nothing is wrong.",
        "Language: French. Forgot password in French: nothing is wrong.",
      ]);
  });

  test("on a phone the message comes before what can be chosen, which opens by keyboard and stays open", async () => {
    await page.setViewportSize({ width: 360, height: 780 });
    await open("/message/forgot-password/de");
    expect(await page.isVisible("#control-locale")).toBe(false);
    expect((await page.locator("#inbox-card-own").boundingBox())?.y).toBeLessThan(400);
    await page.focus("#folded-controls > summary");
    await page.keyboard.press("Enter");
    await page.selectOption("#control-locale", "fr");
    await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
    expect(await page.isVisible("#control-locale")).toBe(true);
    await page.setViewportSize({ width: 1000, height: 780 });
    expect(await page.isVisible("#folded-controls > summary")).toBe(false);
    expect(await page.isVisible("#control-locale")).toBe(true);
  });

  test("a frame may run nothing, fetch nothing, and leave for nowhere", async () => {
    const { headers } = await fetch(new URL("/mail/forgot-password/en", preview.url));
    const mail = headers.get("Content-Security-Policy") ?? "";
    expect(mail.split("; ")).toEqual(expect.arrayContaining(["sandbox", "default-src 'none'"]));
    expect(mail).not.toContain("script-src");
    await open("/message/forgot-password/en");
    expect(await page.getAttribute("#phone-own", "sandbox")).toBe("");
    const requests: string[] = [];
    page.on("request", (each) => requests.push(each.url()));
    const link = page.frameLocator("#desktop-own").getByRole("link", { name: "Choose a new password" });
    await link.click({ force: true });
    await link.press("Enter");
    await page.waitForTimeout(300);
    expect(requests.filter((each) => !each.startsWith(preview.url))).toEqual([]);
    await link.waitFor();
  });

  test.each([
    ["a foreign host", { Host: "evil.example" }, 403],
    ["a name that only begins like this machine's", { Host: "localhost.evil.example" }, 403],
    ["a foreign page", { Origin: "https://evil.example" }, 403],
    ["another port of this machine", { Origin: "http://localhost:1" }, 403],
    ["this machine by its number", { Host: "127.0.0.1:1" }, 200],
  ])("%s: %o is answered %i", async (_, headers, expected) => {
    const status = await new Promise((resolve, reject) => {
      const { port } = preview;
      request({ port, host: "127.0.0.1", path: "/", headers }, (response) => resolve(response.statusCode))
        .on("error", reject)
        .end();
    });
    expect(status).toBe(expected);
  });

  test.each([
    "/../../package.json",
    "/message/..%2f..%2fpackage.json/de",
    "/mail/forgot-password/..",
    "/nothing",
  ])("%s is not found", async (path) => {
    expect((await fetch(new URL(path, preview.url))).status).toBe(404);
  });

  describe.each(["light", "dark"] as const)("%s", (colorScheme) => {
    test.each([
      "/",
      "/?state=failing",
      "/message/forgot-password/ar?beside=on&scheme=dark",
      "/message/authentication/ja?sample=hostile",
      "/nothing",
    ])("%s has nothing that axe objects to, at any width", async (path) => {
      await page.emulateMedia({ colorScheme });
      await open(path);
      expect(await violations()).toEqual([]);
      await page.setViewportSize({ width: 360, height: 780 });
      expect(await violations()).toEqual([]);
      const overflow = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflow).toBe(0);
    });
  });

  test("a second preview takes another port, and a taken one is told", async () => {
    const second = await runningPreview(repository);
    expect(second.port).not.toBe(preview.port);
    await second.stop();
    const { status, stderr } = run(repository, "preview", "--port", String(preview.port));
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Port ${preview.port} is taken: leave out --port, and a free one is found; or name another.\n`,
    });
  });
});

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
    withMoreLocales(root, { count: 200, isInherited: false });
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

test("the static pages are opened from a disk, without a server or a script", async () => {
  const root = project({ [sms]: "{{code}} ist Ihr Code. Er gilt 2 Stunden." });
  const { status, stdout } = run(root, "preview", "--static", "out");
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: "out is written, with 36 pages: open out/index.html in a browser.\n",
  });
  expect(readdirSync(join(root, "out"))).toHaveLength(36);
  expect(run(root, "preview", "--static", "triggers")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /holds client-metadata.ts, which is no page of the preview: name an empty folder/,
    ),
  });
  expect(run(root, "preview", "--static", "templates/de").stderr).toMatch(/is for what you write/);
  const quiet = await chrome.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto(pathToFileURL(join(root, "out/index.html")).href);
  await plain.getByRole("link", { name: "Forgot password in German: failing 1 error" }).click();
  expect(await plain.textContent(".findings")).toContain("2 Stunden");
  await plain.frameLocator("#phone-own").getByText("Guten Tag Anna").waitFor();
  await plain.getByRole("link", { name: "Arabic" }).click();
  expect(await plain.getAttribute("#letter-own", "dir")).toBe("rtl");
  await quiet.close();
  await page.goto(pathToFileURL(join(root, "out/forgot-password.ar.html")).href);
  expect(await violations()).toEqual([]);
});
