import type { Ink } from "../replay/ink.ts";
import { printable } from "../replay/printable.ts";
import type { Facts } from "./facts.ts";
import type { Unseen } from "./missing-facts.ts";
import { type Diagnosis, type PoolFinding, severities } from "./rule.ts";

/** What doctor has to say of a pool. */
export interface PoolReport extends Diagnosis {
  readonly facts: Facts;
  readonly unseen: readonly Unseen[];
}

const CAUTION =
  "Mend a pool or an app client in the console, or in the template that made it: aws cognito-idp\nupdate-user-pool and update-user-pool-client reset every setting that the call leaves out.";

const inks = { error: "bad", warning: "strong", note: "quiet" } as const;

/** The report for people. What a pool's owner has named cannot write to the terminal. */
export function poolReportText(report: PoolReport, ink: Ink): string {
  const { facts, findings, unseen } = report;
  const { Id, Name = "" } = facts.pool;
  const isOfThePool = findings.some(({ command }) => command === undefined);
  return [
    ink("strong", `User pool ${printable(Name)} (${printable(Id)})`),
    ...findings.map((finding) => findingText(finding, ink)),
    ...(isOfThePool ? [CAUTION] : []),
    ...(unseen.length > 0 ? [["Not looked at:", ...unseen.map(unseenText)].join("\n")] : []),
    summary(report, ink),
  ].join("\n\n");
}

function findingText(finding: PoolFinding, ink: Ink): string {
  const { severity, subject, what, consequence, mending, command, rule } = finding;
  const about = subject === undefined ? "" : `${printable(subject)}: `;
  return [
    `${ink(inks[severity], severity)}  ${about}${printable(what)} ${ink("quiet", `(${rule})`)}`,
    `  people: ${consequence}`,
    `  mend:   ${mending}`,
    ...(command === undefined ? [] : [`          ${printable(command)}`]),
  ].join("\n");
}

function unseenText({ what, why, command }: Unseen): string {
  return `  ${printable(what)}: ${printable(why)}\n    ${printable(command)}`;
}

function summary({ facts, findings, unseen }: PoolReport, ink: Ink): string {
  const counts = severities.flatMap((severity) => {
    const { length } = findings.filter((each) => each.severity === severity);
    return length > 0 ? [counted(length, severity)] : [];
  });
  const isBad = findings.some(({ severity }) => severity === "error");
  const found = counts.length > 0 ? counts.join(", ") : "Nothing is wrong";
  const isWhole = unseen.length === 0;
  const rest = isWhole ? "." : ` in what was looked at; ${counted(unseen.length, "thing")} not looked at.`;
  return [
    ...(facts.returned ? [`What the migration returns is known from ${facts.returned.by}.`] : []),
    ink(isBad ? "bad" : isWhole ? "good" : "strong", `${found}${rest}`),
  ].join("\n");
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}

/** The report for machines: `ok` says that there is no error in what was looked at, `notJudged` which rules saw nothing. */
export function poolReportJson({ facts, findings, unseen, notJudged }: PoolReport): string {
  const { pool, returned } = facts;
  const ok = !findings.some(({ severity }) => severity === "error");
  const report = { ok, userPoolId: pool.Id, findings, notLookedAt: unseen, notJudged, returned };
  return JSON.stringify(report, undefined, 2);
}
