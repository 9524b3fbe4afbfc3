import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Replay } from "./replay.ts";

/** A file's place as a name: `flows.2-known-user`. Two files never share one. */
function nameOf(file: string): string {
  return file
    .replace(/\.json$/, "")
    .replace(/^events\//, "")
    .replaceAll(/[/\\]+/g, ".");
}

/** Writes each email of a replay to `<root>/.replay/`, to be opened in a browser; the paths below the root. */
export function writeEmails(root: string, { flows, events }: Replay): string[] {
  const emails = [
    ...events.flatMap(({ file, message }) =>
      message?.emailMessage === undefined ? [] : [{ name: nameOf(file), html: message.emailMessage }],
    ),
    ...flows.flatMap(({ file, steps }) =>
      steps.flatMap(({ delivered }, index) =>
        delivered
          .filter(({ medium }) => medium === "EMAIL")
          .map(({ text }) => ({ name: `${nameOf(file)}.${index + 1}`, html: text })),
      ),
    ),
  ];
  const folder = join(root, ".replay");
  rmSync(folder, { recursive: true, force: true });
  if (emails.length > 0) mkdirSync(folder, { recursive: true });
  return emails.map(({ name, html }) => {
    // A mark of UTF-8: what is mailed need not name its encoding, but a file in a browser has no header.
    writeFileSync(join(folder, `${name}.html`), `\uFEFF${html}`);
    return `.replay/${name}.html`;
  });
}
