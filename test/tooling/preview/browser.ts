import { existsSync } from "node:fs";
import bundled from "@sparticuz/chromium";
import { type Browser, chromium } from "playwright-core";

/** Where Debian, Chrome's own packages and macOS put it. */
const INSTALLED = [
  "/usr/bin/google-chrome",
  "/usr/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** What a server's Chromium may do without, and a page of ours may not: security is among what is tested. */
const KEPT_OUT =
  /^--(?:disable-web-security|allow-running-insecure-content|single-process|disable-site-isolation)/;

/**
 * The path of a real browser: the one that is installed, else the Chromium that comes as an npm package (for Linux).
 *
 * @throws an error that says how to get one, where there is none
 */
export async function browserPath(): Promise<string> {
  const installed = installedPath();
  if (!installed && process.platform !== "linux") {
    throw new Error("These tests need a browser: install Google Chrome.");
  }
  return installed ?? bundled.executablePath();
}

function installedPath(): string | undefined {
  return INSTALLED.find((path) => existsSync(path));
}

/** That browser, started. */
export async function browser(): Promise<Browser> {
  const executablePath = await browserPath();
  const args = installedPath() ? ["--no-sandbox"] : bundled.args.filter((each) => !KEPT_OUT.test(each));
  return chromium.launch({ executablePath, args });
}
