import type { Facts, User } from "../facts.ts";
import { isLeftToAdministrators, recoveryContacts } from "../recovery-contacts.ts";
import type { Case, Rule } from "../rule.ts";

const WAY_OUT = "See docs/runbook.md, Locked-out people";

/** Days for which a temporary password is valid. https://docs.aws.amazon.com/cognito-user-identity-pools/latest/APIReference/API_PasswordPolicyType.html */
const DEFAULT_DAYS = 7;

/** Whether people are in a state from which they cannot recover by themselves. */
export const lockedOutRules: readonly Rule[] = [
  {
    name: "invited-cannot-recover",
    severity: "warning",
    when: "Only administrators create users (`AllowAdminCreateUserOnly`).",
    consequence:
      "Whoever has a temporary password still (FORCE_CHANGE_PASSWORD) cannot recover: ForgotPassword has been seen to be refused. Once that password has expired, they cannot sign in either.",
    mending: `Send the invitation again, or set a password. ${WAY_OUT}.`,
    check: ({ pool }) => {
      const { AllowAdminCreateUserOnly, UnusedAccountValidityDays } = pool.AdminCreateUserConfig ?? {};
      if (!AllowAdminCreateUserOnly) return [];
      const { TemporaryPasswordValidityDays = UnusedAccountValidityDays } =
        pool.Policies?.PasswordPolicy ?? {};
      const days = TemporaryPasswordValidityDays || DEFAULT_DAYS;
      return [
        { what: `Only administrators create users, whose temporary passwords expire after ${days} days.` },
      ];
    },
  },
  {
    name: "users-must-change-password",
    severity: "warning",
    when: "A list of users (`list-users`, `admin-get-user`) has some whose `UserStatus` is `FORCE_CHANGE_PASSWORD`.",
    consequence:
      "They cannot recover: ForgotPassword has been seen to be refused (NotAuthorizedException: User password cannot be reset in the current state). Once their temporary password has expired, they cannot sign in either.",
    mending: `Send each the invitation again, or set a password. ${WAY_OUT}.`,
    check: ({ users = [] }) => {
      const count = users.filter(({ status }) => status === "FORCE_CHANGE_PASSWORD").length;
      return count > 0 ? [{ what: `${counted(count, users)} FORCE_CHANGE_PASSWORD.` }] : [];
    },
  },
  {
    name: "users-must-reset-password",
    severity: "warning",
    when: "A list of users has some whose `UserStatus` is `RESET_REQUIRED`, and who have no verified contact that a recovery may use; a note of those who have one.",
    consequence:
      "Their sign-in is refused (PasswordResetRequiredException) until they have recovered. Without a verified contact no code reaches them: they are locked out.",
    mending: `Let the app send them to ForgotPassword; verify a contact, or set a password, where there is none. ${WAY_OUT}.`,
    check: (facts) => {
      const { users = [] } = facts;
      const waiting = users.filter(({ status }) => status === "RESET_REQUIRED");
      const locked = waiting.filter((user) => !isReached(user, facts));
      const free = waiting.length - locked.length;
      return [
        ...casesOf(locked.length, users, "and no code reaches them", "warning"),
        ...casesOf(free, users, "and have a contact for the code", "note"),
      ];
    },
  },
];

function casesOf(
  count: number,
  users: readonly User[],
  end: string,
  severity: "warning" | "note",
): readonly Case[] {
  return count > 0 ? [{ what: `${counted(count, users)} RESET_REQUIRED, ${end}.`, severity }] : [];
}

function counted(count: number, users: readonly User[]): string {
  return `${count} of ${users.length === 1 ? "1 user" : `${users.length} users`} ${count === 1 ? "is" : "are"}`;
}

function isReached({ verified }: User, { pool }: Facts): boolean {
  return (
    !isLeftToAdministrators(pool) && recoveryContacts(pool).some((contact) => verified.includes(contact))
  );
}
