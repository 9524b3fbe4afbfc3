import { createTwoFilesPatch } from "diff";
import type { Ink } from "../../replay/ink.ts";
import { printable } from "../../replay/printable.ts";
import type { Change } from "../fix.ts";

/** What was changed, file by file, as a unified diff. */
export function diffText(changes: readonly Change[], ink: Ink): string {
  return (
    changes
      .map(({ file, before, after }) =>
        createTwoFilesPatch(file, file, before, after, undefined, undefined, { context: 1 }),
      )
      .flatMap((patch) => patch.trimEnd().split("\n"))
      .filter((line) => !/^(?:Index: |=+$|\\ No newline)/.test(line))
      // The line ends of Windows, which no fix changes.
      .map((line) => coloured(visible(line.replace(/\r$/, "")), ink))
      .join("\n")
  );
}

/** A space that looks like any other is what a fix is mostly about. */
function visible(line: string): string {
  return printable(line).replace(
    /(?![ \t])\s/gu,
    (space) => `\\u{${(space.codePointAt(0) ?? 0).toString(16)}}`,
  );
}

function coloured(line: string, ink: Ink): string {
  if (/^(?:---|\+\+\+)/.test(line)) return ink("strong", line);
  if (line.startsWith("+")) return ink("good", line);
  return line.startsWith("-") ? ink("bad", line) : ink("quiet", line);
}
