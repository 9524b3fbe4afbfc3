import type { Rule } from "../rule.ts";

/** How people's names are compared. */
export const userNameRules: readonly Rule[] = [
  {
    name: "user-names-case-sensitive",
    severity: "warning",
    when: "`UsernameConfiguration.CaseSensitive` is true, or absent, which is the API's default, and people sign in with an email address; a note where they sign in with a user name.",
    consequence:
      "Anna@example.com is another user than anna@example.com: whoever types their name otherwise than the pool has it is unknown to it, gets no code, and may be brought in by user migration a second time.",
    mending:
      "What a pool was made with cannot be changed: let the app write what people type in small letters before it calls Cognito, or make a pool with CaseSensitive: false.",
    check: ({ pool }) => {
      const { UsernameAttributes = [], AliasAttributes = [], UsernameConfiguration } = pool;
      const setting = UsernameConfiguration?.CaseSensitive;
      const isByPhoneAlone = UsernameAttributes.length > 0 && !UsernameAttributes.includes("email");
      if (setting === false || isByPhoneAlone) return [];
      const isByEmail = [...UsernameAttributes, ...AliasAttributes].includes("email");
      return [
        {
          what: `The pool tells capitals from small letters in user names${isByEmail ? " and email addresses" : ""} (UsernameConfiguration.CaseSensitive: ${setting ?? "absent, so true"}).`,
          severity: isByEmail ? "warning" : "note",
        },
      ];
    },
  },
];
