import type { Rule } from "../rule.ts";

/** The pool compares user names without regard to case. */
export const userNameRules: readonly Rule[] = [
  {
    name: "user-names-case-sensitive",
    severity: "warning",
    when: "`UsernameConfiguration.CaseSensitive` is true (the API's default), and people sign in with an email address. A note where they sign in with a user name.",
    consequence:
      "Anna@example.com and anna@example.com are two users: people who type their name in another case than the pool has it get no code, and user migration may create them a second time.",
    suggestion:
      "This cannot be changed in an existing pool: convert user names to lower case in the app before it calls Cognito, or create a pool with CaseSensitive: false.",
    check: ({ pool }) => {
      const { UsernameAttributes = [], AliasAttributes = [], UsernameConfiguration } = pool;
      const setting = UsernameConfiguration?.CaseSensitive;
      const isByPhoneAlone = UsernameAttributes.length > 0 && !UsernameAttributes.includes("email");
      if (setting === false || isByPhoneAlone) return [];
      const isByEmail = [...UsernameAttributes, ...AliasAttributes].includes("email");
      return [
        {
          message: `User names${isByEmail ? " and email addresses" : ""} are case-sensitive (UsernameConfiguration.CaseSensitive: ${setting ?? "absent, so true"}).`,
          severity: isByEmail ? "warning" : "note",
        },
      ];
    },
  },
];
