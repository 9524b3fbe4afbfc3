import { join } from "node:path";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
import type { Replay } from "./replay.ts";

/** Returns a file's path as a unique name: `flows.2-known-user`. */
function nameOf(file: string): string {
  return file
    .replace(/\.json$/, "")
    .replace(/^events\//, "")
    .replaceAll(/[/\\]+/g, ".");
}

/** The start of each file, by which a browser recognizes the encoding: an email needs not declare it. */
const BYTE_ORDER_MARK = "\uFEFF";

const mark = { path: /^[^/]+\.html$/, isIn: (text: string) => text.startsWith(BYTE_ORDER_MARK) };

/** Writes each email of a replay to `<root>/.replay/`, for a browser, and returns the paths below the root. */
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
