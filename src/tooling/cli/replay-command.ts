import { resolve } from "node:path";
import { writeEmails } from "../replay/emails.ts";
import { inkFor } from "../replay/ink.ts";
import { exitCodeOf, replay } from "../replay/replay.ts";
import { reportText } from "../replay/report.ts";
import { reportJson } from "../replay/report-json.ts";
import { givenVariables, type VariableOptions } from "./given-variables.ts";
import type { OutOption } from "./out-option.ts";
import { printFindings } from "./print-findings.ts";

export interface ReplayCommandOptions extends VariableOptions, OutOption {
  readonly json?: boolean;
  readonly build: boolean;
}

/** `replay`: the report on stdout, what goes on meanwhile on stderr. */
export async function replayCommand(
  paths: readonly string[],
  options: ReplayCommandOptions,
): Promise<number> {
  const root = process.cwd();
  const progress = (line: string) => console.error(`${line} …`);
  const variables = givenVariables(options);
  const done = await replay({
    root,
    paths,
    build: options.build,
    dist: resolve(root, options.out),
    variables,
    progress,
  });
  const findings = done.build?.findings ?? [];
  printFindings(findings);
  for (const warning of done.build?.warnings ?? []) console.error(warning);
  const isBuilt = !done.build || done.build.manifest !== undefined;
  if (!isBuilt && !options.json) return exitCodeOf(done);
  const emails = isBuilt ? writeEmails(root, done) : [];
  console.log(
    options.json ? reportJson(done, emails) : reportText(done, emails, inkFor(process.stdout, process.env)),
  );
  return exitCodeOf(done);
}
