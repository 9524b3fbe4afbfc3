import type { SettingFinding } from "../../../parameter/setting-findings.ts";
import { attachedTo } from "../attached.ts";
import type { Facts } from "../facts.ts";
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
    check: (facts) => eachSetting(facts, ({ variable }) => vital.has(variable)),
  },
  {
    name: "setting-wrong",
    severity: "warning",
    when: "Any other setting of a function is wrong.",
    consequence: "The trigger goes on without what the setting was meant for.",
    mending: WHERE,
    check: (facts) => eachSetting(facts, ({ variable }) => !vital.has(variable)),
  },
];

function eachSetting(facts: Facts, isMeant: (finding: SettingFinding) => boolean) {
  const ours = attachedTo(facts.pool).filter(({ triggers }) => triggers.length > 0);
  const seen = ours.flatMap(({ arn, subject }) => {
    const configuration = facts.functions.get(arn)?.configuration;
    const settings = configuration === "missing" ? [] : configuration?.settings;
    return settings ? [{ subject, settings }] : [];
  });
  if (ours.length > 0 && seen.length === 0) return undefined;
  return seen.flatMap(({ subject, settings }) =>
    settings.filter(isMeant).map(({ message }) => ({ what: message, subject })),
  );
}
