import { request } from "node:http";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { WIDTHS } from "../../../src/tooling/preview/view.ts";
import { repository } from "../../project.ts";
import { runCli } from "../cli/run-cli.ts";
import { chrome, eachTestHasAPage, page, violations } from "./browser-page.ts";
import { type Running, runningPreview } from "./running.ts";

eachTestHasAPage();

/** What a page has, and Node's types do not. */
interface Styled {
  getComputedStyle(element: unknown): { readonly backgroundColor: string; readonly colorScheme: string };
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
      // It waits until the edge stays where it is.
      await edge.hover({ position: { x: 4, y: 40 } });
      const { x = 0, y = 0 } = (await edge.boundingBox()) ?? {};
      await page.mouse.down();
      await page.mouse.move(x + 4 + by, y + 60);
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
    await page.getByText("Not taken. It holds a character that names do not have").waitFor();
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

  test("a second preview takes another port, and a taken one is told", async () => {
    const second = await runningPreview(repository);
    expect(second.port).not.toBe(preview.port);
    await second.stop();
    const { status, stderr } = await runCli(repository, "preview", "--port", String(preview.port));
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: `Port ${preview.port} is taken: leave out --port, and a free one is found; or name another.\n`,
    });
  });
});
