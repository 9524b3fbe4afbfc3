import { settings } from "../../../parameter/settings.ts";
import type { TriggerName } from "../../aws/pool-triggers.ts";
import { signInForm } from "../../aws/sign-in-form.ts";
import { attachedTo } from "../attached.ts";
import type { Pool } from "../facts.ts";
import type { Rule } from "../rule.ts";
import type { Severity } from "../severity.ts";
import { perTrigger } from "./per-function.ts";

const HOW =
  "Set SIGN_IN on the function to the value for this pool, whose lists cannot be changed. (Ignore this for a function of your own that does not read it.)";

/** The triggers know the names by which people sign in: no event contains that. */
export const signInRules: readonly Rule[] = [
  {
    name: "sign-in-does-not-fit",
    severity: "error",
    when: "`SIGN_IN` of user migration, or its default `email`, does not match the pool's `UsernameAttributes` and `AliasAttributes`. A warning for pre sign-up and post confirmation.",
    consequence:
      "Cognito rejects migrated people, or nobody is migrated: legacy people cannot recover. Pre sign-up looks for another name than people choose, post confirmation for another row.",
    suggestion: HOW,
    check: (facts) =>
      perTrigger(facts, ({ signIn }, { triggers }) => {
        const form = signInForm(facts.pool);
        const severity = mismatchSeverity(triggers);
        if (!severity || signIn === undefined || signIn === "stored" || signIn === form) return undefined;
        const value = signIn === "invalid" ? "an invalid value" : signIn;
        return { message: `${requirement(facts.pool)}, but the function has ${value}.`, severity };
      }),
  },
  {
    name: "sign-in-may-not-fit",
    severity: "warning",
    when: "The pool requires another `SIGN_IN` than the default `email`, and a function's value is not known.",
    consequence:
      "Unless the function has that value, legacy people cannot recover: Cognito rejects them, or nobody is migrated.",
    suggestion: HOW,
    check: ({ pool, functions }) =>
      signInForm(pool) === settings.SIGN_IN.kind.words[0]
        ? []
        : attachedTo(pool).flatMap(({ arn, subject, triggers }) => {
            const { configuration } = functions.get(arn) ?? {};
            if (configuration === "missing" || !mismatchSeverity(triggers)) return [];
            const { signIn = "stored" } = configuration ?? {};
            const message = `${requirement(pool)}; the function's value is not known.`;
            return signIn === "stored" ? [{ message, subject }] : [];
          }),
  },
];

/** Returns how severe a mismatch is for a function of these triggers; `undefined` where none reads the setting. */
function mismatchSeverity(triggers: readonly TriggerName[]): Severity | undefined {
  if (triggers.includes("user-migration")) return "error";
  const readers: readonly string[] = settings.SIGN_IN.readBy;
  return triggers.some((trigger) => readers.includes(trigger)) ? "warning" : undefined;
}

/** Returns `The pool requires SIGN_IN=alias (AliasAttributes: email)`. */
function requirement(pool: Pool): string {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool;
  const lists =
    UsernameAttributes.length > 0
      ? `UsernameAttributes: ${UsernameAttributes.join(", ")}`
      : AliasAttributes.length > 0
        ? `AliasAttributes: ${AliasAttributes.join(", ")}`
        : "neither UsernameAttributes nor AliasAttributes";
  return `The pool requires SIGN_IN=${signInForm(pool)} (${lists})`;
}
