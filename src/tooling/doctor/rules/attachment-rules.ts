import { poolTriggers, type TriggerName } from "../../aws/pool-triggers.ts";
import { commandLine } from "../../terminal/command-line.ts";
import { isAttached } from "../attached.ts";
import type { Rule } from "../rule.ts";
import type { Severity } from "../severity.ts";
import { perFunction } from "./per-function.ts";

/** The effect on people of a trigger that is not attached. */
const unattached: readonly (readonly [TriggerName, Severity, string])[] = [
  ["user-migration", "error", "Nobody is migrated: people whom only the legacy store knows cannot recover."],
  ["custom-message", "warning", "Codes are sent with the pool's own text, in one language."],
  [
    "pre-sign-up",
    "warning",
    "A stranger can sign up with a legacy person's address. That person can then not be migrated.",
  ],
  [
    "post-confirmation",
    "warning",
    "Nobody is marked as migrated: the old password remains valid in the legacy store.",
  ],
];

/** The project's triggers are attached, and their functions exist. */
export const attachmentRules: readonly Rule[] = [
  ...unattached.map(
    ([trigger, severity, consequence]): Rule => ({
      name: `no-${trigger}`,
      severity,
      when: `The project has triggers/${trigger}.ts (or there is no triggers/ here), and the pool has no \`${poolTriggers[trigger]}\`.`,
      consequence,
      suggestion: `Deploy the function, then attach it with \`${commandLine("attach")}\` or in the template that created the pool (docs/deploy.md).`,
      check: ({ pool, expectedTriggers }) =>
        expectedTriggers.includes(trigger) && !isAttached(trigger, pool)
          ? [{ message: `The pool has no ${poolTriggers[trigger]} trigger.`, subject: trigger }]
          : [],
    }),
  ),
  {
    name: "function-missing",
    severity: "error",
    when: "A function that the pool names does not exist.",
    consequence:
      "Every call that invokes the trigger fails, with UnexpectedLambdaException or a similar error.",
    suggestion: "Deploy the function with that name, or attach another.",
    check: (facts) =>
      perFunction(
        facts,
        ({ configuration }) => configuration,
        (configuration, { arn }) =>
          configuration === "missing" ? { message: `The function ${arn} does not exist.` } : undefined,
      ),
  },
  {
    name: "function-not-active",
    severity: "error",
    when: "A function's `State` is not `Active`. A warning where it is `Inactive`: an invocation activates it.",
    consequence: "Lambda rejects the invocation, and every call that invokes the trigger fails.",
    suggestion: "Wait while it is Pending, invoke it once when Inactive, deploy it again when Failed.",
    check: (facts) =>
      perFunction(
        facts,
        ({ configuration }) => configuration,
        (configuration) => {
          if (configuration === "missing") return undefined;
          const { State = "Active", StateReason } = configuration;
          if (State === "Active") return undefined;
          const message = `The function is ${State}${StateReason ? `: ${StateReason}` : "."}`;
          return { message, ...(State === "Inactive" && { severity: "warning" }) };
        },
      ),
  },
];
