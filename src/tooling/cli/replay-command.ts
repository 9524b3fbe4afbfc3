import { resolve } from "node:path";
import type { Invocation } from "../replay/invocation.ts";
import { exitCodeOf, type Replay, replay } from "../replay/replay.ts";
import { reportJson } from "../replay/report-json.ts";
import { reportText } from "../replay/report-text.ts";
import { writeEmails } from "../replay/write-emails.ts";
import { inkFor } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { givenVariables } from "./given-variables.ts";
import type { Io } from "./io.ts";
import type { OutOption } from "./out-option.ts";
import { print, printError } from "./print.ts";
import { printFindings } from "./print-findings.ts";
import { variableHints } from "./variable-hints.ts";
import type { VariableOptions } from "./variable-options.ts";

export interface ReplayCommandOptions extends VariableOptions, OutOption {
  readonly json?: boolean;
  readonly build: boolean;
}

/** `replay`: prints the report to stdout, and progress to stderr. */
export async function replayCommand(
  paths: readonly string[],
  options: ReplayCommandOptions,
  io: Io,
): Promise<number> {
  const root = io.cwd;
  const progress = (line: string) => printError(io, `${line} …`);
  const variables = givenVariables(options, io);
  const done = await replay({
    root,
    paths,
    build: options.build,
    dist: resolve(root, options.out),
    variables,
    progress,
  });
  const findings = done.build?.findings ?? [];
  printFindings(findings, io);
  for (const warning of done.build?.warnings ?? []) printError(io, warning);
  const isBuilt = !done.build || done.build.manifest !== undefined;
  if (!isBuilt && !options.json) return exitCodeOf(done);
  const emails = isBuilt ? writeEmails(root, done) : [];
  print(
    io,
    options.json ? reportJson(done, emails) : reportText(done, emails, inkFor(io.stdout, io.environment)),
  );
  for (const hint of await variableHints(root, variables, isStoreMissed(done)))
    printError(io, printable(hint));
  return exitCodeOf(done);
}

/** Whether an event, or a flow that expects otherwise, met a store that could not answer. */
function isStoreMissed({ flows, events }: Replay): boolean {
  const isUnavailable = ({ invocation }: { readonly invocation: Invocation }) =>
    invocation.log?.outcome === "unavailable";
  const steps = flows.flatMap((flow) => flow.steps.filter(({ failures }) => failures.length > 0));
  return events.some(isUnavailable) || steps.some(({ ran }) => ran.some(isUnavailable));
}
