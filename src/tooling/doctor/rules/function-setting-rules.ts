import type { SettingFinding } from "../../../parameter/setting-findings.ts";
import { attachedTo } from "../attached.ts";
import type { Facts } from "../facts.ts";
import type { LambdaFunction } from "../lambda-function.ts";
import type { Rule } from "../rule.ts";

const WHERE = "See docs/operations.md for what it may be, and set it in the function's environment.";

/** Without these a trigger cannot do its work at all. */
const vital: ReadonlySet<string> = new Set(["LEGACY_DATABASE"]);

/** What `doctor` says of settings, for each function's own environment. */
export const functionSettingRules: readonly Rule[] = [
  {
    name: "setting-vital",
    severity: "error",
    when: "`LEGACY_DATABASE` is missing or wrong on a function that reads it.",
    consequence:
      "The legacy store cannot be asked: nobody is brought in, and sign-ups are told to try again.",
    mending: `${WHERE} (A function of your own that does not read it is not concerned.)`,
    check: (facts) => eachSetting(facts, ({ settings = [] }) => settings.filter(isVital)),
  },
  {
    name: "setting-wrong",
    severity: "warning",
    when: "Any other setting of a function is wrong.",
    consequence: "The trigger goes on without what the setting was meant for.",
    mending: WHERE,
    check: (facts) => eachSetting(facts, ({ settings = [] }) => settings.filter((each) => !isVital(each))),
  },
  {
    name: "setting-misspelt",
    severity: "warning",
    when: "A function has a variable that is not a setting and whose name is nearly one.",
    consequence: "The trigger goes on as if the setting were not set.",
    mending: "Give the variable the name of the setting, unless it is your own.",
    check: (facts) => eachSetting(facts, ({ misspelt = [] }) => misspelt),
  },
];

function isVital({ variable }: SettingFinding): boolean {
  return vital.has(variable);
}

function eachSetting(facts: Facts, found: (lambda: LambdaFunction) => readonly SettingFinding[]) {
  const ours = attachedTo(facts.pool).filter(({ triggers }) => triggers.length > 0);
  const seen = ours.flatMap(({ arn, subject }) => {
    const configuration = facts.functions.get(arn)?.configuration;
    if (configuration === "missing") return [{ subject, findings: [] }];
    return configuration?.settings ? [{ subject, findings: found(configuration) }] : [];
  });
  if (ours.length > 0 && seen.length === 0) return undefined;
  return seen.flatMap(({ subject, findings }) => findings.map(({ message }) => ({ what: message, subject })));
}
