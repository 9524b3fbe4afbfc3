import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { expect, test } from "vitest";
import { project, repository } from "../../project.ts";
import { withStrings } from "../check/shipped.ts";
import { runCli } from "../cli/run-cli.ts";
import { chrome, eachTestHasAPage, page, violations } from "./browser-page.ts";

eachTestHasAPage();

/** The command as people run it. */
function started(...options: string[]): ChildProcess {
  const main = join(repository, "src/tooling/cli/main.ts");
  return spawn(process.execPath, [main, "preview", ...options], {
    cwd: repository,
    env: { PATH: process.env.PATH },
  });
}

async function addressOf(child: ChildProcess): Promise<string> {
  let printed = "";
  for await (const chunk of child.stdout ?? []) {
    printed += chunk;
    const [url] = /http:\/\/\S+/.exec(printed) ?? [];
    if (url) return url;
  }
  throw new Error(`It ended without an address: ${printed}`);
}

test("the command serves until it is stopped; a second one takes another port, and a taken one is an error", async () => {
  const first = started();
  const url = await addressOf(first);
  const second = started("--read-only");
  const other = await addressOf(second);
  expect(other).not.toBe(url);
  expect(await (await fetch(new URL("/language/de", url))).text()).toContain("<textarea");
  expect(await (await fetch(new URL("/language/de", other))).text()).not.toContain("<textarea");
  const { port } = new URL(url);
  const { status, stderr } = await runCli(repository, "preview", "--port", port);
  expect({ status, stderr }).toEqual({
    status: 2,
    stderr: `Port ${port} is taken: leave out --port, and a free one is found; or name another.\n`,
  });
  for (const child of [first, second]) {
    child.kill("SIGTERM");
    expect(await once(child, "exit")).toEqual([0, null]);
  }
});

test("the static pages are opened from a disk, without a server or a script, and edit nothing", async () => {
  const root = project(withStrings("de", { "forgot-password.no key": "Nein" }));
  const { status, stdout } = await runCli(root, "preview", "--static", "out");
  expect({ status, stdout }).toEqual({
    status: 1,
    stdout: "Wrote 36 pages to out: open out/index.html in a browser.\n",
  });
  expect(readdirSync(join(root, "out"))).toHaveLength(36);
  expect(await runCli(root, "preview", "--static", "triggers")).toMatchObject({
    status: 2,
    stderr: expect.stringMatching(
      /holds client-metadata.ts, which is not a page of the preview: name an empty folder/,
    ),
  });
  expect((await runCli(root, "preview", "--static", "templates/locales")).stderr).toMatch(
    /is for what you write/,
  );
  const quiet = await chrome.newContext({ javaScriptEnabled: false });
  const plain = await quiet.newPage();
  await plain.goto(pathToFileURL(join(root, "out/index.html")).href);
  await plain.getByRole("link", { name: "Forgot password in German: 1 error" }).click();
  expect(await plain.textContent(".findings")).toContain("no key");
  await plain.frameLocator("#email-own").getByText("Guten Tag Anna").waitFor();
  expect(await plain.locator("textarea, button, select").count()).toBe(0);
  await plain.getByRole("link", { name: "Arabic" }).click();
  expect(await plain.locator(".bubble").getAttribute("dir")).toBe("rtl");
  await quiet.close();
  await page.goto(pathToFileURL(join(root, "out/forgot-password.ar.html")).href);
  expect(await violations()).toEqual([]);
});
