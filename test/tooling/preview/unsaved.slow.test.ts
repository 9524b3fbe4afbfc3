import { setTimeout as after } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { servePreview } from "../../../src/tooling/preview/serve-preview.ts";
import { eachTestHasAPage, page } from "./browser-page.ts";
import { runningPreview } from "./running-preview.ts";

eachTestHasAPage();

const german = "templates/locales/de.json";
const intro = "#text-forgot-password-intro";
const email = () => page.frameLocator("#email-own");
const heading = (language: string) => page.getByRole("heading", { name: `in ${language}` });
const focused = () => page.evaluate("document.activeElement?.id");
const isSaved = () => expect.poll(() => page.textContent("#status")).toBe("Everything is saved.");

/** Types a text, and waits until it is seen. */
async function typed(text: string) {
  await page.fill(intro, text);
  await email().getByText(text).waitFor();
}

/** Answers what somebody is asked on leaving a page: each answer once. */
function answers(...all: readonly ("stay" | "leave")[]) {
  const left = [...all];
  page.on("dialog", (dialog) => void (left.shift() === "leave" ? dialog.accept() : dialog.dismiss()));
  return () => left;
}

test("what is typed while a save is under way is no conflict with it, and is saved by the next", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await page.route("**/save/*", async (route) => {
    const response = await route.fetch();
    await after(300);
    await route.fulfill({ response });
  });
  await typed("eins");
  await page.keyboard.press("Control+s");
  await page.keyboard.type(", zwei");
  await page.keyboard.press("Control+s");
  await page.keyboard.type(", drei");
  await email().getByText("eins, zwei, drei").waitFor();
  await expect.poll(() => preview.read(german)).toContain('"intro": "eins, zwei');
  expect(await page.textContent("#status")).toBe("1 text is not saved.");
  expect(await page.locator(".conflict").count()).toBe(0);
  await page.keyboard.press("Control+s");
  await isSaved();
  expect(preview.read(german)).toContain('"intro": "eins, zwei, drei"');
});

test("the browser's way back asks too, and another page gets nothing of what was typed", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  const own = await page.inputValue(intro);
  await page.selectOption("#go-locale", { label: "French" });
  await heading("French").waitFor();
  await typed("mien");
  const left = answers("stay", "leave");
  await page.evaluate("history.back()");
  await expect.poll(() => left().length).toBe(1);
  await expect.poll(() => page.url()).toMatch(/fr$/);
  expect(await page.inputValue(intro)).toBe("mien");
  const good = preview.read("templates/locales/fr.json");
  preview.write("templates/locales/fr.json", `${good},`);
  await page.keyboard.press("Control+s");
  await page.locator("#notice").getByText("Not saved.").waitFor();
  await page.focus(intro);
  await page.evaluate("history.back()");
  await heading("German").waitFor();
  await isSaved();
  expect([await page.inputValue(intro), await page.textContent("#notice")]).toEqual([own, ""]);
});

test("a page that could not be fetched is another one still when it can be", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await typed("meiner");
  answers("leave");
  await page.route("**/fr", (route) => route.abort());
  await page.selectOption("#go-locale", { label: "French" });
  await page.locator("#status").getByText("The preview has ended").waitFor();
  expect(await page.inputValue(intro)).toBe("meiner");
  await page.unroute("**/fr");
  preview.write(german, "Guten Tag {{name}},", "Hallo {{name}},");
  await heading("French").waitFor();
  await isSaved();
  expect(await page.inputValue(intro)).toMatch(/^Quelqu/);
});

test("what has no field any more is not lost", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await typed("meiner");
  preview.write("templates/messages/forgot-password.html.hbs", '{{t "intro"}}', '{{t "introduction"}}');
  await page.locator("#notice").getByText("have no place for a text that you have typed").waitFor();
  expect(await page.inputValue(intro)).toBe("meiner");
  await page.keyboard.press("Control+s");
  await expect.poll(() => page.locator(intro).count()).toBe(0);
  expect(preview.read(german)).toContain('"intro": "meiner"');
  expect(await page.textContent("#notice")).toBe("");
});

test("a preview that was started again saves what was typed before; read only, it says that nothing can be", async () => {
  const { root, read } = await runningPreview();
  const started = async (port: number, isReadOnly = false) => {
    const preview = await servePreview({ root, port, isReadOnly });
    onTestFinished(() => preview.close());
    return preview;
  };
  const first = await started(0);
  await page.goto(`${first.url}message/forgot-password/de`);
  await typed("meiner");
  const port = Number(new URL(first.url).port);
  await first.close();
  const second = await started(port);
  await page.keyboard.press("Control+s");
  await isSaved();
  expect(read(german)).toContain('"intro": "meiner"');
  await second.close();
  await started(port, true);
  let requests = 0;
  page.on("request", (request) => {
    if (!request.url().endsWith("/changes")) requests += 1;
  });
  await page.fill(intro, "mehr");
  await page.locator("#status").getByText("The preview has ended").waitFor();
  await after(500);
  expect(requests).toBeLessThan(6);
  expect(await page.inputValue(intro)).toBe("mehr");
});

test("a value of the person is kept that is typed, and left for another, before an answer comes", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await page.locator("#person summary").click();
  const answer: (() => void)[] = [];
  await page.route("**/message/**", async (route) => {
    const response = await route.fetch();
    await new Promise<void>((resolve) => answer.push(resolve));
    await route.fulfill({ response });
  });
  await page.fill("#value-attribute-given_name", "Ev");
  await expect.poll(() => answer.length).toBe(1);
  await page.keyboard.type("a");
  await page.focus("#value-client");
  answer[0]?.();
  await expect.poll(() => answer.length).toBe(2);
  await page.keyboard.type("x");
  await expect
    .poll(() => Object.fromEntries(new URL(page.url()).searchParams))
    .toEqual({ "attribute.given_name": "Eva", client: "x" });
});

test("what is saved while other files cannot be read stays in its field", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await typed("meiner");
  const good = preview.read("templates/brands.json");
  preview.write("templates/brands.json", "{");
  await page.locator("#fault").waitFor();
  await page.keyboard.press("Control+s");
  await expect.poll(() => preview.read(german)).toContain('"intro": "meiner"');
  await after(300);
  expect(await page.inputValue(intro)).toBe("meiner");
  preview.write("templates/brands.json", good);
  await isSaved();
  expect(await page.inputValue(intro)).toBe("meiner");
});

test("the focus stays where somebody works when a button has done its work", async () => {
  const preview = await runningPreview();
  await page.goto(preview.url("/message/forgot-password/de"));
  await typed("meiner");
  await page.fill("#text-forgot-password-title", "Titel");
  await page.focus("#save");
  await page.keyboard.press("Enter");
  await isSaved();
  expect(await focused()).toBe("save");
  const english = "templates/locales/en.json";
  preview.write(english, "Someone, hopefully you,", "Somebody, hopefully you,");
  preview.write(english, '"title": "Choose a new password"', '"title": "Choose another password"');
  await page.goto(preview.url("/language/de?strings=out+of+date"));
  for (const next of ["text-forgot-password-title", "text-forgot-password-intro"]) {
    await page.locator(".note .up-to-date").first().focus();
    await page.keyboard.press("Enter");
    await expect.poll(focused).toBe(next);
  }
});
