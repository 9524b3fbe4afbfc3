import { type Checked, check } from "../check/check.ts";
import { type Copy, readCopy } from "../check/copy.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import { type Change, fixed } from "../check/fix.ts";
import { checkedText } from "../check/report/checked-text.ts";
import { diffText } from "../check/report/diff-text.ts";
import { findingsForGithub } from "../check/report/report-github.ts";
import { sizesOf } from "../check/report/sizes.ts";
import { inkFor } from "../replay/ink.ts";
import { localeFolders } from "../templates/sources.ts";
import { writeWhole } from "../templates/write-whole.ts";
import { projectFolder } from "./project-folder.ts";

export interface CheckOptions {
  readonly fix?: boolean;
  readonly sizes?: boolean;
  readonly format: "text" | "json" | "github";
}

/** `check`: 1 when there is an error. With `--fix`, what is said is said of the mended copy. */
export async function checkCommand({ fix, sizes, format }: CheckOptions): Promise<number> {
  const root = projectFolder();
  const ink = inkFor(process.stdout, process.env);
  const read = await readCopy(root);
  const done = tellOfMany(read);
  const { checked, changes } = fix ? fixed(read) : { checked: check(read), changes: [] };
  done();
  for (const { file, after } of changes) writeWhole(root, file, after);
  const told = { ...checked, sizes: sizes ? sizesOf(checked.sound) : undefined };
  if (format === "json") {
    const { findings } = told;
    const short = findings.map((finding) => ({ ...finding, excerpt: near(finding) }));
    const report = { ok: !hasErrors(findings), findings: short, changes, sizes: told.sizes };
    console.log(JSON.stringify(report, undefined, 2));
  } else if (format === "github") {
    tellGithub(checked, changes);
  } else {
    if (changes.length > 0) console.log(`${diffText(changes, ink)}\n`);
    console.log(checkedText(told, ink));
  }
  return hasErrors(told.findings) ? 1 : 0;
}

/** So many languages take longer than a person waits without wondering. */
const MANY_LANGUAGES = 50;

/** Says at a terminal that many languages are being checked; call what it returns when they are. */
function tellOfMany({ files }: Copy): () => void {
  const languages = localeFolders(files).size;
  const { stderr } = process;
  if (languages < MANY_LANGUAGES || !stderr.isTTY) return () => undefined;
  stderr.write(`Checking ${languages} languages …`);
  return () => stderr.write("\r\u001b[K");
}

/** The line; of one that is as long as a file, what is near the place. With each finding of it, it is told again. */
function near({ excerpt, column }: Finding): string {
  return excerpt.length > 1_000 ? excerpt.slice(Math.max(0, column - 100), column + 100) : excerpt;
}

/** On stdout what GitHub reads, and nothing else. */
function tellGithub({ findings }: Checked, changes: readonly Change[]): void {
  if (changes.length > 0) console.error(diffText(changes, inkFor(process.stderr, process.env)));
  if (findings.length > 0) console.log(findingsForGithub(findings));
  else console.error("Nothing is wrong with the messages.");
}
