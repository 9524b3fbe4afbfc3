import { join } from "node:path";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
import type { Replay } from "./replay.ts";

/** A file's place as a name: `flows.2-known-user`. Two files never share one. */
function nameOf(file: string): string {
  return file
    .replace(/\.json$/, "")
    .replace(/^events\//, "")
    .replaceAll(/[/\\]+/g, ".");
}

/** What each file begins with: what is mailed need not name its encoding, but a file in a browser has no header. */
const BYTE_ORDER_MARK = "\uFEFF";

const mark = { path: /^[^/]+\.html$/, isIn: (text: string) => text.startsWith(BYTE_ORDER_MARK) };

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
  const files = new Map(emails.map(({ name, html }) => [`${name}.html`, `${BYTE_ORDER_MARK}${html}`]));
  writeOutput(folder, { files, ours: () => markedFiles(folder, mark) });
  return [...files.keys()].map((name) => `.replay/${name}`);
}
