import type { Facts, User } from "../facts.ts";
import { isLeftToAdministrators, recoveryContacts } from "../recovery-contacts.ts";
import type { Rule, Violation } from "../rule.ts";

const DOCS = "See docs/runbook.md, Locked-out people";

/** The days for which a temporary password is valid by default. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
const DEFAULT_DAYS = 7;

/** No user is in a state that excludes a recovery. */
export const lockedOutRules: readonly Rule[] = [
  {
    name: "invited-cannot-recover",
    severity: "warning",
    when: "Only administrators create users (`AllowAdminCreateUserOnly`).",
    consequence:
      "People who still have a temporary password (FORCE_CHANGE_PASSWORD) cannot recover: Cognito has been seen to reject ForgotPassword. When that password has expired, they cannot sign in either.",
    suggestion: `Send the invitation again, or set a password. ${DOCS}.`,
    check: ({ pool }) => {
      const { AllowAdminCreateUserOnly, UnusedAccountValidityDays } = pool.AdminCreateUserConfig ?? {};
      if (!AllowAdminCreateUserOnly) return [];
      const { TemporaryPasswordValidityDays = UnusedAccountValidityDays } =
        pool.Policies?.PasswordPolicy ?? {};
      const days = TemporaryPasswordValidityDays || DEFAULT_DAYS;
      return [
        { message: `Only administrators create users, whose temporary passwords expire after ${days} days.` },
      ];
    },
  },
  {
    name: "users-must-change-password",
    severity: "warning",
    when: "A list of users (`list-users`, `admin-get-user`) contains users with the `UserStatus` `FORCE_CHANGE_PASSWORD`.",
    consequence:
      "They cannot recover: Cognito has been seen to reject ForgotPassword (NotAuthorizedException: User password cannot be reset in the current state). When their temporary password has expired, they cannot sign in either.",
    suggestion: `Send each user the invitation again, or set a password. ${DOCS}.`,
    check: ({ users = [] }) => {
      const count = users.filter(({ status }) => status === "FORCE_CHANGE_PASSWORD").length;
      return count > 0 ? [{ message: `${counted(count, users)} FORCE_CHANGE_PASSWORD.` }] : [];
    },
  },
  {
    name: "users-must-reset-password",
    severity: "warning",
    when: "A list of users contains users with the `UserStatus` `RESET_REQUIRED` and without a verified contact that a recovery may use. A note for those with one.",
    consequence:
      "Cognito rejects their sign-in (PasswordResetRequiredException) until they have recovered. Without a verified contact, no code reaches them: they are locked out.",
    suggestion: `Let the app direct them to ForgotPassword. Verify a contact or set a password for those without a contact. ${DOCS}.`,
    check: (facts) => {
      const { users = [] } = facts;
      const waiting = users.filter(({ status }) => status === "RESET_REQUIRED");
      const locked = waiting.filter((user) => !isReached(user, facts));
      const free = waiting.length - locked.length;
      return [
        ...violations(locked.length, users, "and no code reaches them", "warning"),
        ...violations(free, users, "and have a contact for the code", "note"),
      ];
    },
  },
];

function violations(
  count: number,
  users: readonly User[],
  end: string,
  severity: "warning" | "note",
): readonly Violation[] {
  return count > 0 ? [{ message: `${counted(count, users)} RESET_REQUIRED, ${end}.`, severity }] : [];
}

function counted(count: number, users: readonly User[]): string {
  return `${count} of ${users.length === 1 ? "1 user" : `${users.length} users`} ${count === 1 ? "is" : "are"}`;
}

function isReached({ verified }: User, { pool }: Facts): boolean {
  return (
    !isLeftToAdministrators(pool) && recoveryContacts(pool).some((contact) => verified.includes(contact))
  );
}
