import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { project } from "../../project.ts";
import { withStrings } from "../check/shipped.ts";
import { runCli } from "../cli/run-cli.ts";
import { chrome, eachTestHasAPage, page, violations } from "./browser-page.ts";

eachTestHasAPage();

test("the static pages are opened from a disk, without a server or a script", async () => {
  const root = project(withStrings("de", { "forgot-password.no key": "Nein" }));
  const { status, stdout } = await runCli(root, "preview", "--static", "out");
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: "out is written, with 36 pages: open out/index.html in a browser.\n",
  });
  expect(readdirSync(join(root, "out"))).toHaveLength(36);
  expect(await runCli(root, "preview", "--static", "triggers")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /holds client-metadata.ts, which is no page of the preview: name an empty folder/,
    ),
  });
  expect((await runCli(root, "preview", "--static", "templates/locales")).stderr).toMatch(
    /is for what you write/,
  );
  const quiet = await chrome.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto(pathToFileURL(join(root, "out/index.html")).href);
  await plain.getByRole("link", { name: "Forgot password in German: failing" }).click();
  expect(await plain.textContent(".findings")).toContain("no key");
  await plain.frameLocator("#phone-own").getByText("Guten Tag Anna").waitFor();
  await plain.getByRole("link", { name: "Arabic" }).click();
  expect(await plain.getAttribute("#letter-own", "dir")).toBe("rtl");
  await quiet.close();
  await page.goto(pathToFileURL(join(root, "out/forgot-password.ar.html")).href);
  expect(await violations()).toEqual([]);
});
