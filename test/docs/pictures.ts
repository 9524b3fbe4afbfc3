/** npm run pictures: takes the pictures of the README, of the preview as it is. Their fonts are this machine's. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import "../../src/tooling/preview/tsx.ts";
import { repository } from "../project.ts";
import { browser } from "../tooling/preview/browser.ts";

const { servePreview } = await import("../../src/tooling/preview/serve-preview.ts");

const folder = join(repository, "docs/images");

interface Picture {
  readonly name: string;
  readonly path: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** Prepares the page before the screenshot. */
  readonly act?: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: "message",
    path: "/message/forgot-password/it",
    width: 1280,
    height: 760,
    scheme: "light",
    act: async (page) => {
      await page.fill("#text-forgot-password-subject", "Il codice per una nuova password di {{brand.name}}");
      await page.fill("#text-forgot-password-title", "Scelga una nuova passwrd di {{brand.nome}}");
      await page.locator(".findings .error").first().waitFor();
      await page.evaluate("window.scrollTo(0, 0)");
    },
  },
  { name: "language", path: "/language/it", width: 1120, height: 620, scheme: "dark" },
  { name: "matrix", path: "/", width: 1120, height: 680, scheme: "light" },
];

mkdirSync(folder, { recursive: true });
mkdirSync(join(repository, ".tmp"), { recursive: true });
const root = mkdtempSync(join(repository, ".tmp/pictures-"));
for (const name of ["templates", "triggers"])
  cpSync(join(repository, name), join(root, name), { recursive: true });
writeFileSync(
  join(root, "templates/locales/it.json"),
  JSON.stringify({
    shared: { greeting: "Gentile {{name}},", "greeting-without-name": "Buongiorno," },
    "forgot-password": { intro: "qualcuno, speriamo Lei, vuole scegliere una nuova password." },
  }),
);
const preview = await servePreview({ root, port: 0 });
const chrome = await browser();
for (const { name, path, width, height, scheme, act } of pictures) {
  const page = await chrome.newPage({ viewport: { width, height }, colorScheme: scheme });
  await page.goto(new URL(path, preview.url).href);
  await act?.(page);
  await page.screenshot({ path: join(folder, `${name}.png`) });
  await page.close();
}
await chrome.close();
await preview.close();
rmSync(root, { recursive: true });
