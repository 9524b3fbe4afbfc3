/** npm run pictures: takes the pictures of the README, of the preview as it is. Their fonts are this machine's. */
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../project.ts";
import { browser } from "../tooling/preview/browser.ts";
import { runningPreview } from "../tooling/preview/running.ts";

const folder = join(repository, "docs/images");

const pictures = [
  { name: "matrix", path: "/", width: 1120, height: 440, scheme: "light" },
  {
    name: "message",
    path: "/message/forgot-password/de?width=560",
    width: 1120,
    height: 1240,
    scheme: "light",
  },
  {
    name: "beside",
    path: "/message/forgot-password/ar?beside=on&scheme=dark&width=560",
    width: 1120,
    height: 760,
    scheme: "dark",
  },
] as const;

mkdirSync(folder, { recursive: true });
const preview = await runningPreview(repository);
const chrome = await browser();
for (const { name, path, width, height, scheme } of pictures) {
  const page = await chrome.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(new URL(path, preview.url).href);
  for (const frame of page.frames()) await frame.waitForLoadState("networkidle");
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await chrome.close();
await preview.stop();
