import type { SettingFinding } from "../../../parameter/setting-findings.ts";
import { attachedTo } from "../attached.ts";
import type { Facts } from "../facts.ts";
import type { LambdaFunction } from "../lambda-function.ts";
import type { Rule } from "../rule.ts";

const HOW = "Set it in the function's environment to a value that docs/operations.md describes.";

/** The settings without which a trigger cannot work. */
const required: ReadonlySet<string> = new Set(["LEGACY_DATABASE"]);

/** The settings of each function are valid, as `doctor` checks those of a shell. */
export const functionSettingRules: readonly Rule[] = [
  {
    name: "setting-required",
    severity: "error",
    when: "`LEGACY_DATABASE` is missing or invalid on a function that reads it.",
    consequence:
      "The legacy store cannot be queried: nobody is migrated, and people who sign up are asked to try again.",
    suggestion: `${HOW} (Ignore this for a function of your own that does not read it.)`,
    check: (facts) => perSetting(facts, ({ settings = [] }) => settings.filter(isRequired)),
  },
  {
    name: "setting-invalid",
    severity: "warning",
    when: "Another setting of a function is invalid.",
    consequence: "The trigger works as if the setting were not set.",
    suggestion: HOW,
    check: (facts) => perSetting(facts, ({ settings = [] }) => settings.filter((each) => !isRequired(each))),
  },
  {
    name: "setting-misspelt",
    severity: "warning",
    when: "A function has a variable that is not a setting but has almost the name of one.",
    consequence: "The trigger works as if the setting were not set.",
    suggestion: "Give the variable the name of the setting, unless it is your own.",
    check: (facts) => perSetting(facts, ({ misspelt = [] }) => misspelt),
  },
];

function isRequired({ variable }: SettingFinding): boolean {
  return required.has(variable);
}

function perSetting(facts: Facts, found: (lambda: LambdaFunction) => readonly SettingFinding[]) {
  const triggers = attachedTo(facts.pool).filter((each) => each.triggers.length > 0);
  const known = triggers.flatMap(({ arn, subject }) => {
    const configuration = facts.functions.get(arn)?.configuration;
    if (configuration === "missing") return [{ subject, findings: [] }];
    return configuration?.settings ? [{ subject, findings: found(configuration) }] : [];
  });
  if (triggers.length > 0 && known.length === 0) return undefined;
  return known.flatMap(({ subject, findings }) => findings.map(({ message }) => ({ message, subject })));
}
