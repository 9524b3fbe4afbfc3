import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import type { Facts } from "./facts.ts";
import type { MissingFact } from "./missing-facts.ts";
import type { Diagnosis, PoolFinding } from "./rule.ts";
import { severities } from "./severity.ts";

/** The result of `doctor` for a pool. */
export interface PoolReport extends Diagnosis {
  readonly facts: Facts;
  readonly missingFacts: readonly MissingFact[];
}

const CAUTION =
  "Change a pool or an app client in the console, or in the template that created it: aws cognito-idp\nupdate-user-pool and update-user-pool-client reset every setting that the call leaves out.";

const inks = { error: "bad", warning: "strong", note: "quiet" } as const;

/** Returns the report for a terminal. Names from the pool cannot control the terminal. */
export function poolReportText(report: PoolReport, ink: Ink): string {
  const { facts, findings, missingFacts } = report;
  const { Id, Name = "" } = facts.pool;
  const concernsPool = findings.some(({ command }) => command === undefined);
  return [
    ink("strong", `User pool ${printable(Name)} (${printable(Id)})`),
    ...findings.map((finding) => findingText(finding, ink)),
    ...(concernsPool ? [CAUTION] : []),
    ...(missingFacts.length > 0 ? [["Not checked:", ...missingFacts.map(missingFactText)].join("\n")] : []),
    summary(report, ink),
  ].join("\n\n");
}

function findingText(finding: PoolFinding, ink: Ink): string {
  const { severity, subject, message, consequence, suggestion, command, rule } = finding;
  const about = subject === undefined ? "" : `${printable(subject)}: `;
  return [
    `${ink(inks[severity], severity)}  ${about}${printable(message)} ${ink("quiet", `(${rule})`)}`,
    `  consequence: ${consequence}`,
    `  suggestion:  ${suggestion}`,
    ...(command === undefined ? [] : [`               ${printable(command)}`]),
  ].join("\n");
}

function missingFactText({ fact, reason, command }: MissingFact): string {
  return `  ${printable(fact)}: ${printable(reason)}\n    ${printable(command)}`;
}

function summary({ facts, findings, missingFacts }: PoolReport, ink: Ink): string {
  const counts = severities.flatMap((severity) => {
    const { length } = findings.filter((each) => each.severity === severity);
    return length > 0 ? [counted(length, severity)] : [];
  });
  const isBad = findings.some(({ severity }) => severity === "error");
  const found = counts.length > 0 ? counts.join(", ") : "No findings";
  const isComplete = missingFacts.length === 0;
  const rest = isComplete ? "." : `; ${counted(missingFacts.length, "fact")} could not be checked.`;
  return [
    ...(facts.returnedAttributes
      ? [`The attributes that the migration returns are known from ${facts.returnedAttributes.source}.`]
      : []),
    ink(isBad ? "bad" : isComplete ? "good" : "strong", `${found}${rest}`),
  ].join("\n");
}

function counted(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

/** Returns the report for machines: `ok` is true without an error among the findings. */
export function poolReportJson({ facts, findings, missingFacts, skippedRules }: PoolReport): string {
  const { pool, returnedAttributes } = facts;
  const ok = !findings.some(({ severity }) => severity === "error");
  const report = { ok, userPoolId: pool.Id, findings, missingFacts, skippedRules, returnedAttributes };
  return JSON.stringify(report, undefined, 2);
}
