import type { Facts } from "./facts.ts";

/** An error: recovery fails for people. A warning: it may, or does for some. A note: worth knowing. */
export const severities = ["error", "warning", "note"] as const;

export type Severity = (typeof severities)[number];

/** One way in which a pool can defeat a recovery: a row of a table. */
export interface Rule {
  readonly name: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  /** When it speaks, as docs/doctor.md tells it. */
  readonly when: string;
  /** What a person meets. */
  readonly consequence: string;
  readonly mending: string;
  /** Each time that it is so; `undefined` when what it looks at is not known. */
  readonly check: (facts: Facts) => readonly Case[] | undefined;
}

/** One time that a rule is broken. */
export interface Case {
  /** What is so, as a sentence. */
  readonly what: string;
  /** The app client or the trigger that it is about. */
  readonly subject?: string;
  /** Where it is less bad than the rule can be. */
  readonly severity?: Severity;
  /** A command that mends it. */
  readonly command?: string;
}

/** What is said of a pool. */
export interface PoolFinding {
  readonly rule: string;
  readonly severity: Severity;
  readonly subject?: string;
  readonly what: string;
  readonly consequence: string;
  readonly mending: string;
  readonly command?: string;
}

/** What the rules say of a pool, and which of them could not look. */
export interface Diagnosis {
  readonly findings: readonly PoolFinding[];
  readonly notJudged: readonly string[];
}

/** Applies the rules; errors come first. */
export function diagnosis(rules: readonly Rule[], facts: Facts): Diagnosis {
  const judged = rules.map((rule) => ({ rule, cases: rule.check(facts) }));
  const findings = judged.flatMap(({ rule, cases = [] }) => cases.map((each) => finding(rule, each)));
  return {
    findings: severities.flatMap((severity) => findings.filter((each) => each.severity === severity)),
    notJudged: judged.filter(({ cases }) => cases === undefined).map(({ rule }) => rule.name),
  };
}

function finding(rule: Rule, { severity = rule.severity, what, subject, command }: Case): PoolFinding {
  return {
    rule: rule.name,
    severity,
    ...(subject !== undefined && { subject }),
    what,
    consequence: rule.consequence,
    mending: rule.mending,
    ...(command !== undefined && { command }),
  };
}
