import { resolve } from "node:path";
import type { Invocation } from "../replay/invocation.ts";
import { exitCodeOf, type Replay, replay } from "../replay/replay.ts";
import { reportJson } from "../replay/report-json.ts";
import { reportText } from "../replay/report-text.ts";
import { writeEmails } from "../replay/write-emails.ts";
import { inkFor } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { givenVariables, type VariableOptions } from "./given-variables.ts";
import type { OutOption } from "./out-option.ts";
import { printFindings } from "./print-findings.ts";
import { variableHints } from "./variable-hints.ts";

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
  for (const hint of await variableHints(root, variables, isStoreMissed(done)))
    console.error(printable(hint));
  return exitCodeOf(done);
}

/** Whether an event, or a flow that expects otherwise, met a store that could not answer. */
function isStoreMissed({ flows, events }: Replay): boolean {
  const isUnavailable = ({ invocation }: { readonly invocation: Invocation }) =>
    invocation.log?.outcome === "unavailable";
  const steps = flows.flatMap((flow) => flow.steps.filter(({ failures }) => failures.length > 0));
  return events.some(isUnavailable) || steps.some(({ ran }) => ran.some(isUnavailable));
}
