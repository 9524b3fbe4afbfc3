import { arnIn } from "../../aws/arn.ts";
import { COGNITO, type Permission, permissionIn } from "../../aws/permission.ts";
import type { Attached } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { isMaskedArn } from "../is-masked-arn.ts";
import type { Rule, Violation } from "../rule.ts";
import { regionOption, shellCommand } from "../shell-command.ts";
import { perFunction } from "./per-function.ts";

/** The pool may invoke the attached functions, and no other pool may. */
export const invocationRules: readonly Rule[] = [
  {
    name: "invocation-denied",
    severity: "error",
    when: "A function's resource policy does not allow Cognito to invoke it for this pool.",
    consequence: "Every call that invokes the trigger fails: ForgotPassword, sign-up or sign-in.",
    suggestion: "Allow it for exactly this pool and account.",
    check: (facts) =>
      eachPermission(facts, ({ is }, attached) =>
        is === "denied"
          ? {
              message: "Cognito is not allowed to invoke the function for this pool.",
              command: permitCommand(facts, attached),
            }
          : undefined,
      ),
  },
  {
    name: "invocation-too-wide",
    severity: "warning",
    when: "Cognito may invoke a function for any pool of any account: no condition of the statement names an account. A note where it may for every pool of one account.",
    consequence: "None for your people, but another pool can invoke the function.",
    suggestion:
      "Replace the statement by one with the pool's ARN as aws:SourceArn (remove the old one by its Sid with lambda remove-permission).",
    check: (facts) =>
      eachPermission(facts, (permission, attached) => {
        if (permission.is !== "allowed" || permission.reach === "pool") return undefined;
        const isAnyone = permission.reach === "anyone";
        return {
          message: `Cognito may invoke the function for ${isAnyone ? "any pool of any account" : "every pool of one account"}.`,
          severity: isAnyone ? "warning" : "note",
          command: permitCommand(facts, attached),
        };
      }),
  },
  {
    name: "invocation-unclear",
    severity: "warning",
    when: "A function's resource policy has a denial, or a condition that doctor cannot evaluate.",
    consequence: "Not known: every call that invokes the trigger may fail.",
    suggestion: "Read the policy, or start a recovery and look at the function's log.",
    check: (facts) =>
      eachPermission(facts, ({ is }) =>
        is === "unclear"
          ? { message: "Doctor cannot evaluate whether Cognito may invoke the function." }
          : undefined,
      ),
  },
];

function eachPermission(
  facts: Facts,
  found: (permission: Permission, attached: Attached) => Omit<Violation, "subject"> | undefined,
) {
  const poolArn = facts.pool.Arn;
  const { account } = arnIn(poolArn);
  return perFunction(
    facts,
    // Another rule reports a missing function.
    ({ policy, configuration }) => (configuration === "missing" ? "missing" : policy),
    (policy, attached) => {
      if (policy === "missing") return undefined;
      if (policy === "none") return found({ is: "denied" }, attached);
      const permission = permissionIn(policy, { functionArn: attached.arn, poolArn, account });
      // A policy without the masked ARN may contain the original one.
      const isKnown = permission.is === "allowed" || ![poolArn, attached.arn].some(isMaskedArn);
      return isKnown ? found(permission, attached) : undefined;
    },
  );
}

function permitCommand({ pool }: Facts, { arn }: Attached): string {
  return shellCommand(
    ...["aws", "lambda", "add-permission", "--function-name", arn],
    ...["--statement-id", `cognito-${pool.Id}`, "--action", "lambda:InvokeFunction"],
    ...["--principal", COGNITO, "--source-arn", pool.Arn],
    ...["--source-account", arnIn(pool.Arn).account, ...regionOption(arnIn(arn).region)],
  );
}
