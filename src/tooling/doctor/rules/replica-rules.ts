import { arnIn } from "../../aws/arn.ts";
import type { Rule } from "../rule.ts";

/** Whether recoveries can be had of this pool at all, which is a replica of another. */
export const replicaRules: readonly Rule[] = [
  {
    name: "pool-is-secondary",
    severity: "error",
    when: "The Region of the pool's ARN is another than the one that its id begins with: it is a replica, and so, by what AWS documents, a secondary.",
    consequence:
      "A secondary refuses ForgotPassword and SignUp (OperationNotEnabledException): nobody recovers, signs up or is brought in there.",
    mending:
      "Let the app recover people in the primary's Region alone, and look at the primary by its own ARN: triggers, email and SMS are settings of each Region.",
    check: ({ pool: { Id, Arn } }) => {
      const { region } = arnIn(Arn);
      const [, made = ""] = /^([a-z]{2}(?:-[a-z]+)+-\d)_/.exec(Id) ?? [];
      return region !== "" && made !== "" && region !== made
        ? [{ what: `The pool is a replica in ${region} of one that was made in ${made}.` }]
        : [];
    },
  },
];
