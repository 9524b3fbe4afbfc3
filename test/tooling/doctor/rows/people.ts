import type { Pool, User } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, poolArn, soundPool } from "../sample.ts";
import { only, pool, type Row, variables } from "./change.ts";

const verified: User = { status: "CONFIRMED", verified: ["email"] };
const inState = (status: string, ...contacts: User["verified"]): User => ({ status, verified: contacts });

/** A sound pool with a change, whose functions have the matching SIGN_IN. */
const signingIn = (SIGN_IN: string, change: Partial<Pool>) =>
  factsOf({ ...soundPool, ...change }, (sound) => ({ ...sound, ...variables({ SIGN_IN }) }));

export const peopleRows: readonly Row[] = [
  [
    "users that administrators create",
    pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: true } }),
    "warning invited-cannot-recover",
  ],
  ["users that may sign up", pool({ AdminCreateUserConfig: { AllowAdminCreateUserOnly: false } })],
  ["users who can recover", { ...factsOf(), users: [verified, inState("UNCONFIRMED")] }],
  [
    "a user with a temporary password",
    { ...factsOf(), users: [verified, inState("FORCE_CHANGE_PASSWORD", "email")] },
    "warning users-must-change-password",
  ],
  [
    "a user who has to reset, with a contact",
    { ...factsOf(), users: [inState("RESET_REQUIRED", "phone_number")] },
    "note users-must-reset-password",
  ],
  [
    "users who have to reset, one without a contact",
    { ...factsOf(), users: [inState("RESET_REQUIRED", "email"), inState("RESET_REQUIRED")] },
    "warning users-must-reset-password",
    "note users-must-reset-password",
  ],
  [
    "a user who has to reset, with another contact than recovery uses",
    { ...pool(only("verified_email")), users: [inState("RESET_REQUIRED", "phone_number")] },
    "warning users-must-reset-password",
  ],
  [
    "a user who has to reset, where administrators recover people",
    { ...pool(only("admin_only")), users: [inState("RESET_REQUIRED", "email")] },
    "error recovery-by-admin-only",
    "warning users-must-reset-password",
  ],

  [
    "case-sensitive addresses",
    pool({ UsernameConfiguration: { CaseSensitive: true } }),
    "warning user-names-case-sensitive",
  ],
  [
    "addresses by the API's default",
    pool({ UsernameConfiguration: undefined }),
    "warning user-names-case-sensitive",
  ],
  [
    "case-sensitive addresses as an alias",
    signingIn("alias", {
      UsernameAttributes: undefined,
      AliasAttributes: ["email"],
      UsernameConfiguration: undefined,
    }),
    "warning user-names-case-sensitive",
  ],
  [
    "case-sensitive addresses and phone numbers",
    signingIn("email-or-phone", {
      UsernameAttributes: ["phone_number", "email"],
      UsernameConfiguration: undefined,
    }),
    "warning user-names-case-sensitive",
  ],
  [
    "case-sensitive user names",
    signingIn("username", { UsernameAttributes: undefined, UsernameConfiguration: { CaseSensitive: true } }),
    "note user-names-case-sensitive",
  ],
  [
    "phone numbers",
    signingIn("phone", { UsernameAttributes: ["phone_number"], UsernameConfiguration: undefined }),
  ],

  [
    "a replica in another Region",
    pool({ Arn: poolArn.replace("eu-central-1:", "us-west-2:") }),
    "error pool-is-secondary",
    ...Array(4).fill("error invocation-denied"),
  ],
  [
    "a pool whose id is masked",
    {
      ...pool({ Id: "<redacted>", Arn: poolArn.replace("eu-central-1:", "us-west-2:") }),
      functions: new Map(),
    },
  ],
];
