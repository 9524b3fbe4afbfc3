import { arnIn } from "../../aws/arn.ts";
import { COGNITO, type Permission, permissionIn } from "../../aws/permission.ts";
import type { Attached } from "../attached.ts";
import type { Facts } from "../facts.ts";
import { isMaskedArn } from "../is-masked-arn.ts";
import type { Case, Rule } from "../rule.ts";
import { inRegion, shellCommand } from "../shell-command.ts";
import { eachAttached } from "./per-function.ts";

/** Whether the pool may invoke what is attached to it, and nobody else's pool may. */
export const invocationRules: readonly Rule[] = [
  {
    name: "invocation-refused",
    severity: "error",
    when: "A function's resource policy does not let Cognito invoke it for this pool.",
    consequence: "Whatever needs the trigger fails: ForgotPassword, sign-up or sign-in is refused.",
    mending: "Permit it, for exactly this pool and account.",
    check: (facts) =>
      eachPermission(facts, ({ is }, attached) =>
        is === "refused"
          ? {
              what: "Cognito may not invoke the function for this pool.",
              command: permitting(facts, attached),
            }
          : undefined,
      ),
  },
  {
    name: "invocation-too-wide",
    severity: "warning",
    when: "Cognito may invoke a function for any pool of anybody's: no condition of the statement holds an account; a note where it may for every pool of one account.",
    consequence: "None for your people: but the function may be invoked for another pool than this one.",
    mending:
      "Put a statement with the pool's ARN as aws:SourceArn in its place (remove the old one by its Sid: lambda remove-permission).",
    check: (facts) =>
      eachPermission(facts, (permission, attached) => {
        if (permission.is !== "allowed" || permission.reach === "pool") return undefined;
        const isAnyone = permission.reach === "anyone";
        return {
          what: `Cognito may invoke the function for ${isAnyone ? "any pool, somebody else's too" : "every pool of one account"}.`,
          severity: isAnyone ? "warning" : "note",
          command: permitting(facts, attached),
        };
      }),
  },
  {
    name: "invocation-unclear",
    severity: "warning",
    when: "A function's resource policy has a condition that is not understood here.",
    consequence: "Not known: whatever needs the trigger may fail.",
    mending: "Read the policy, or have the pool invoke the function once and look at its log.",
    check: (facts) =>
      eachPermission(facts, ({ is }) =>
        is === "unclear"
          ? { what: "Whether Cognito may invoke the function could not be made out." }
          : undefined,
      ),
  },
];

function eachPermission(
  facts: Facts,
  found: (permission: Permission, attached: Attached) => Omit<Case, "subject"> | undefined,
) {
  const poolArn = facts.pool.Arn;
  const { account } = arnIn(poolArn);
  return eachAttached(
    facts,
    // What is not there is told once, by another rule.
    ({ policy, configuration }) => (configuration === "missing" ? "missing" : policy),
    (policy, attached) => {
      if (policy === "missing") return undefined;
      if (policy === "none") return found({ is: "refused" }, attached);
      const permission = permissionIn(policy, { functionArn: attached.arn, poolArn, account });
      // A policy that does not name what is masked may name what it was.
      const isKnown = permission.is === "allowed" || ![poolArn, attached.arn].some(isMaskedArn);
      return isKnown ? found(permission, attached) : undefined;
    },
  );
}

function permitting({ pool }: Facts, { arn }: Attached): string {
  return shellCommand(
    ...["aws", "lambda", "add-permission", "--function-name", arn],
    ...["--statement-id", `cognito-${pool.Id}`, "--action", "lambda:InvokeFunction"],
    ...["--principal", COGNITO, "--source-arn", pool.Arn],
    ...["--source-account", arnIn(pool.Arn).account, ...inRegion(arnIn(arn).region)],
  );
}
