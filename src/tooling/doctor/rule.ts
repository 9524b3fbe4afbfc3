import type { Facts } from "./facts.ts";
import { type Severity, severities } from "./severity.ts";

/** A way in which a pool can defeat a recovery: an entry of rules/. */
export interface Rule {
  readonly name: string;
  /** The worst that it finds. */
  readonly severity: Severity;
  /** The condition that it finds, as docs/doctor.md states it. */
  readonly when: string;
  /** The effect on people. */
  readonly consequence: string;
  readonly suggestion: string;
  /** Returns each violation; `undefined` when the facts that it reads are missing. */
  readonly check: (facts: Facts) => readonly Violation[] | undefined;
}

/** A violation of a rule. */
export interface Violation {
  /** A sentence that says what is wrong. */
  readonly message: string;
  /** The app client or the trigger that it is about. */
  readonly subject?: string;
  /** Less severe than the rule can be. */
  readonly severity?: Severity;
  /** A command that fixes it. */
  readonly command?: string;
}

/** A violation with what the rule says about it. The keys are those of `doctor --json`. */
export interface PoolFinding extends Violation, Pick<Rule, "consequence" | "suggestion"> {
  /** The name of the rule. */
  readonly rule: string;
  readonly severity: Severity;
}

export interface Diagnosis {
  readonly findings: readonly PoolFinding[];
  /** The rules whose facts are missing, by name. */
  readonly skippedRules: readonly string[];
}

/** Applies the rules; errors come first. */
export function diagnosis(rules: readonly Rule[], facts: Facts): Diagnosis {
  const checked = rules.map((rule) => ({ rule, violations: rule.check(facts) }));
  const findings = checked.flatMap(({ rule, violations = [] }) =>
    violations.map((each) => finding(rule, each)),
  );
  return {
    findings: severities.flatMap((severity) => findings.filter((each) => each.severity === severity)),
    skippedRules: checked.flatMap(({ rule, violations }) => (violations ? [] : rule.name)),
  };
}

function finding({ name, severity, consequence, suggestion }: Rule, violation: Violation): PoolFinding {
  return { rule: name, severity, ...violation, consequence, suggestion };
}
