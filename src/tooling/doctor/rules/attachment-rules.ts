import type { TriggerName } from "../../aws/pool-triggers.ts";
import { poolTriggers } from "../../aws/pool-triggers.ts";
import { commandLine } from "../../terminal/command-line.ts";
import { isAttached } from "../attached.ts";
import type { Rule, Severity } from "../rule.ts";
import { eachAttached } from "./per-function.ts";

/** What a person meets where one of our triggers is not attached. */
const lacking: readonly (readonly [TriggerName, Severity, string])[] = [
  [
    "user-migration",
    "error",
    "Nobody is brought in: whom only the legacy store knows is a stranger to the pool, and cannot recover.",
  ],
  ["custom-message", "warning", "Codes come with the pool's own text, in its one language."],
  [
    "pre-sign-up",
    "warning",
    "A stranger can sign up under a legacy person's address, who then cannot be brought in.",
  ],
  [
    "post-confirmation",
    "warning",
    "Nobody is marked as migrated: the old password stays good in the legacy store.",
  ],
];

/** Whether our triggers are attached, and what they are attached to is there. */
export const attachmentRules: readonly Rule[] = [
  ...lacking.map(
    ([trigger, severity, consequence]): Rule => ({
      name: `no-${trigger}`,
      severity,
      when: `The project has triggers/${trigger}.ts (or no triggers/ is here to look into), and the pool has no \`${poolTriggers[trigger]}\`.`,
      consequence,
      mending: `Deploy the function, then \`${commandLine("attach")}\`, or the template that made the pool (docs/deploy.md).`,
      check: ({ pool, ours }) =>
        ours.includes(trigger) && !isAttached(trigger, pool)
          ? [{ what: `The pool has no ${poolTriggers[trigger]} trigger.`, subject: trigger }]
          : [],
    }),
  ),
  {
    name: "function-missing",
    severity: "error",
    when: "A function that the pool names is not there.",
    consequence: "Whatever needs the trigger fails, with UnexpectedLambdaException or the like.",
    mending: "Deploy the function under that name, or attach the one that is there.",
    check: (facts) =>
      eachAttached(
        facts,
        ({ configuration }) => configuration,
        (configuration, { arn }) =>
          configuration === "missing" ? { what: `There is no function ${arn}.` } : undefined,
      ),
  },
  {
    name: "function-not-active",
    severity: "error",
    when: "A function's `State` is not `Active`; a warning where it is `Inactive`, which an invocation ends.",
    consequence: "Lambda refuses the invocation, and what needs the trigger fails.",
    mending: "Wait while it is Pending, invoke it once when Inactive, deploy it anew when Failed.",
    check: (facts) =>
      eachAttached(
        facts,
        ({ configuration }) => configuration,
        (configuration) => {
          if (configuration === "missing") return undefined;
          const { State = "Active", StateReason } = configuration;
          if (State === "Active") return undefined;
          const what = `The function is ${State}${StateReason ? `: ${StateReason}` : "."}`;
          return { what, ...(State === "Inactive" && { severity: "warning" }) };
        },
      ),
  },
];
