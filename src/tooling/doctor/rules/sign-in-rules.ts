import { settings } from "../../../parameter/settings.ts";
import type { TriggerName } from "../../aws/pool-triggers.ts";
import { signInForm } from "../../aws/sign-in-form.ts";
import { attachedTo } from "../attached.ts";
import type { Pool } from "../facts.ts";
import type { Rule, Severity } from "../rule.ts";
import { eachOfOurs } from "./per-function.ts";

const WHERE =
  "Set SIGN_IN on the function to what fits the pool, whose lists cannot be changed. (A function of your own that does not read it is not concerned.)";

/** Whether the triggers know by which names people sign in to the pool: no event says it. */
export const signInRules: readonly Rule[] = [
  {
    name: "sign-in-does-not-fit",
    severity: "error",
    when: "`SIGN_IN` of user migration, or its default `email`, does not fit the pool's `UsernameAttributes` and `AliasAttributes`; a warning for pre sign-up and post confirmation.",
    consequence:
      "Cognito rejects the people that are brought in, or nobody is: legacy people cannot recover. Pre sign-up looks for another name than people take, post confirmation for another row.",
    mending: WHERE,
    check: (facts) =>
      eachOfOurs(facts, ({ signIn }, { triggers }) => {
        const form = signInForm(facts.pool);
        const severity = harmOf(triggers);
        if (!severity || signIn === undefined || signIn === "in a store" || signIn === form) return undefined;
        const given = signIn === "wrong" ? "none of its words" : signIn;
        return { what: `${signInSentence(facts.pool)}, and the function has ${given}.`, severity };
      }),
  },
  {
    name: "sign-in-may-not-fit",
    severity: "warning",
    when: "The pool needs another `SIGN_IN` than the default `email`, and that of a function is not known.",
    consequence:
      "Unless the function has it, legacy people cannot recover: Cognito rejects them, or nobody is brought in.",
    mending: WHERE,
    check: ({ pool, functions }) =>
      signInForm(pool) === settings.SIGN_IN.kind.words[0]
        ? []
        : attachedTo(pool).flatMap(({ arn, subject, triggers }) => {
            const { configuration } = functions.get(arn) ?? {};
            if (configuration === "missing" || !harmOf(triggers)) return [];
            const { signIn = "in a store" } = configuration ?? {};
            const what = `${signInSentence(pool)}; whether the function has that is not known.`;
            return signIn === "in a store" ? [{ what, subject }] : [];
          }),
  },
];

/** How bad another form is for a function that serves these triggers; `undefined` where none of them reads it. */
function harmOf(triggers: readonly TriggerName[]): Severity | undefined {
  if (triggers.includes("user-migration")) return "error";
  const readers: readonly string[] = settings.SIGN_IN.readBy;
  return triggers.some((trigger) => readers.includes(trigger)) ? "warning" : undefined;
}

/** `The pool needs SIGN_IN=alias (AliasAttributes: email)` */
function signInSentence(pool: Pool): string {
  const { UsernameAttributes = [], AliasAttributes = [] } = pool;
  const lists =
    UsernameAttributes.length > 0
      ? `UsernameAttributes: ${UsernameAttributes.join(", ")}`
      : AliasAttributes.length > 0
        ? `AliasAttributes: ${AliasAttributes.join(", ")}`
        : "neither UsernameAttributes nor AliasAttributes";
  return `The pool needs SIGN_IN=${signInForm(pool)} (${lists})`;
}
