import { browserPath } from "./browser.ts";

/** Unpacks the browser once, before there are workers: it is unpacked to one place, and used as soon as it is there. */
export async function setup(): Promise<void> {
  // Where there is none, the tests that need one say so.
  await browserPath().catch(() => {});
}
