import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Preview, servePreview } from "../../../src/tooling/preview/serve-preview.ts";
import { repository } from "../../project.ts";
import { eachTestHasAPage, page, violations } from "./browser-page.ts";

eachTestHasAPage();

let preview: Preview;
beforeAll(async () => {
  preview = await servePreview({ root: repository, port: 0 });
});
afterAll(() => preview?.close());

const open = (path: string) => page.goto(new URL(path, preview.url).href);
const email = (side = "own") => page.frameLocator(`#email-${side}`);

test("the matrix leads to a message, of which email, inbox and SMS are seen at once beside its texts", async () => {
  await open("/");
  await page.getByRole("link", { name: "Forgot password in German: ready" }).click();
  await email().getByText("Guten Tag Anna,").waitFor();
  expect(await email().locator(".code").textContent()).toBe("123456");
  await page.setViewportSize({ width: 1280, height: 720 });
  for (const seen of ["#text-forgot-password-subject", "#email-own", ".inbox", ".bubble"]) {
    const { x = 0, y = 0, width = 0 } = (await page.locator(seen).boundingBox()) ?? {};
    expect({ seen, isThere: x >= 0 && x + width <= 1280 && y > 0 && y < 500 }).toEqual({
      seen,
      isThere: true,
    });
  }
  expect((await page.locator("#email-own").boundingBox())?.width).toBe(390);
});

test("what is chosen changes the result, is in the address, and is found again by it", async () => {
  await open("/message/forgot-password/de");
  await page.selectOption("#view-sample", "no name");
  await email().getByText("Guten Tag,").waitFor();
  await page.selectOption("#view-scheme", "dark");
  await page.selectOption("#view-width", "desktop");
  await expect.poll(async () => (await page.locator("#email-own").boundingBox())?.width).toBeGreaterThan(500);
  expect(Object.fromEntries(new URL(page.url()).searchParams)).toEqual({
    sample: "no name",
    scheme: "dark",
    width: "desktop",
  });
  await page.reload();
  expect(await page.inputValue("#view-sample")).toBe("no name");
  await page.locator("#person summary").click();
  await page.fill("#value-attribute-given_name", "Eva");
  await email().getByText("Guten Tag Eva,").waitFor();
  await page.fill("#value-attribute-given_name", "<script>alert(1)</script>");
  await page.getByText("Not printed. It holds a character that names do not have").waitFor();
  expect(await page.locator("main script").count()).toBe(0);
});

test("other messages and languages are chosen by keyboard, and the way back leads there", async () => {
  await open("/message/forgot-password/de?scheme=dark");
  await page.focus("#go-locale");
  await page.keyboard.press("ArrowDown");
  await page.getByRole("heading", { name: "Forgot password in French" }).waitFor();
  expect(await page.evaluate("document.activeElement?.id")).toBe("go-locale");
  expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe(
    "/message/forgot-password/fr?scheme=dark",
  );
  await email().getByText("Bonjour").first().waitFor();
  await page.goBack();
  await page.getByRole("heading", { name: "Forgot password in German" }).waitFor();
  expect(await page.inputValue("#text-forgot-password-title")).toBe("Neues Passwort wählen");
});

test.each([
  "light",
  "dark",
] as const)("on a machine that prefers %s the email does too, unless it is chosen", async (scheme) => {
  const other = scheme === "light" ? "dark" : "light";
  await page.emulateMedia({ colorScheme: scheme });
  const background = () =>
    email()
      .locator(".card")
      .evaluate((each) => (globalThis as unknown as Styled).getComputedStyle(each).backgroundColor);
  const colours = { light: "rgb(255, 255, 255)", dark: "rgb(26, 30, 36)" };
  await open("/message/forgot-password/de");
  expect(await background()).toBe(colours[scheme]);
  await page.selectOption("#view-scheme", other);
  await expect.poll(background).toBe(colours[other]);
});

interface Styled {
  getComputedStyle(element: unknown): { readonly backgroundColor: string };
}

test("Arabic is beside English; the message turns from right to left, the tool does not", async () => {
  await open("/message/forgot-password/ar?beside=on");
  await email("en").getByText("Hello").waitFor();
  expect(await email("ar").locator("html").getAttribute("dir")).toBe("rtl");
  for (const message of [".inbox", ".bubble", "#text-forgot-password-intro"]) {
    expect(await page.locator(message).first().getAttribute("dir")).toBe("rtl");
  }
  const turned = await page
    .locator("[dir=rtl]")
    .evaluateAll((all) => all.map(({ className, localName }) => `${localName}.${className}`));
  expect(new Set(turned)).toEqual(new Set(["textarea.", "div.inbox", "p.bubble", "ul.aloud"]));
});

test("at 390 px the texts and the result are two tabs, and languages are cards", async () => {
  await page.setViewportSize({ width: 390, height: 800 });
  await open("/message/forgot-password/ja");
  expect(await page.isVisible("#email-own")).toBe(false);
  await page.getByRole("tab", { name: "Result" }).press("Enter");
  expect(await page.isVisible("#email-own")).toBe(true);
  expect(await page.isVisible("#text-forgot-password-intro")).toBe(false);
  await page.selectOption("#view-sample", "no name");
  await page.waitForURL(/sample/);
  expect(await page.isVisible("#email-own")).toBe(true);
  await open("/");
  const rows = await page
    .locator("tbody tr")
    .evaluateAll((all) => all.map((each) => (each as unknown as Boxed).getBoundingClientRect().height));
  expect(Math.min(...rows)).toBeGreaterThan(200);
});

interface Boxed {
  getBoundingClientRect(): { readonly height: number };
}

test("an email runs nothing, fetches nothing and leads nowhere", async () => {
  await open("/message/forgot-password/en");
  expect(await page.getAttribute("#email-own", "sandbox")).toBe("allow-same-origin");
  const requests: string[] = [];
  page.on("request", (each) => requests.push(each.url()));
  const link = email().getByRole("link", { name: "Choose a new password" });
  await link.click({ force: true });
  await link.press("Enter");
  await page.waitForTimeout(300);
  expect(requests.filter((each) => !each.startsWith(preview.url))).toEqual([]);
  await link.waitFor();
});

// Colours are the same at any width, and the layout is in any colours: two runs of axe see all of both.
describe.each([
  { colorScheme: "light", width: 360 },
  { colorScheme: "dark", width: 1280 },
] as const)("in $colorScheme, $width px wide", ({ colorScheme, width }) => {
  test.each([
    "/",
    "/language/de",
    "/message/forgot-password/ar?beside=on",
    "/message/authentication/ja?sample=hostile",
    "/nothing",
  ])("%s has nothing that axe objects to, and does not scroll sideways", async (path) => {
    await page.emulateMedia({ colorScheme });
    await page.setViewportSize({ width, height: 780 });
    await open(path);
    expect(await violations()).toEqual([]);
    const overflow = await page.evaluate(
      "document.documentElement.scrollWidth - document.documentElement.clientWidth",
    );
    expect(overflow).toBe(0);
  });
});
