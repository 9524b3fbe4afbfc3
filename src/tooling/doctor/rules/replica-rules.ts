import { arnIn } from "../../aws/arn.ts";
import type { Rule } from "../rule.ts";

/** The pool is not a secondary replica, in which recoveries are impossible. */
export const replicaRules: readonly Rule[] = [
  {
    name: "pool-is-secondary",
    severity: "error",
    when: "The Region of the pool's ARN is not the one that its id begins with: it is a replica and, by AWS's documentation, a secondary.",
    consequence:
      "A secondary rejects ForgotPassword and SignUp (OperationNotEnabledException): nobody can recover, sign up or be migrated there.",
    suggestion:
      "Let the app recover people in the primary's Region only, and run doctor on the primary's ARN: triggers, email and SMS are set per Region.",
    check: ({ pool: { Id, Arn } }) => {
      const { region } = arnIn(Arn);
      const [, createdIn = ""] = /^([a-z]{2}(?:-[a-z]+)+-\d)_/.exec(Id) ?? [];
      return region !== "" && createdIn !== "" && region !== createdIn
        ? [{ message: `The pool is a replica in ${region} of a pool that was created in ${createdIn}.` }]
        : [];
    },
  },
];
