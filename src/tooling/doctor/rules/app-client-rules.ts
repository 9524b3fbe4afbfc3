import type { AppClient } from "../app-client.ts";
import { isAttached } from "../attached.ts";
import type { Facts } from "../facts.ts";
import type { Rule } from "../rule.ts";

/** Flows of a sign-in that send the password, which migration needs. The last is the old name of the second. */
const withPassword: ReadonlySet<string> = new Set([
  "ALLOW_USER_PASSWORD_AUTH",
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "USER_PASSWORD_AUTH",
  "ADMIN_NO_SRP_AUTH",
]);

const verifying = ["email_verified", "phone_number_verified"];

/** App clients keep user names secret, permit migration, and do not let strangers verify a contact. */
export const appClientRules: readonly Rule[] = [
  {
    name: "client-reveals-users",
    severity: "warning",
    when: "An app client's `PreventUserExistenceErrors` is not `ENABLED`.",
    consequence: "Anybody can find out by ForgotPassword whether a user name exists (UserNotFoundException).",
    suggestion: "Set PreventUserExistenceErrors to ENABLED.",
    check: (facts) =>
      eachClient(facts, ({ PreventUserExistenceErrors: setting }) =>
        setting === "ENABLED"
          ? undefined
          : `It reveals which users exist (PreventUserExistenceErrors: ${setting ?? "absent, so LEGACY"}).`,
      ),
  },
  {
    name: "client-cannot-migrate-sign-in",
    severity: "warning",
    when: "User migration is attached, and an app client allows neither `USER_PASSWORD_AUTH` nor `ADMIN_USER_PASSWORD_AUTH`.",
    consequence:
      "People whom only the legacy store knows cannot sign in with their old password in this app. A recovery still migrates them.",
    suggestion:
      "Add ALLOW_USER_PASSWORD_AUTH to the client's ExplicitAuthFlows, and use that flow in the app.",
    check: (facts) =>
      isAttached("user-migration", facts.pool)
        ? eachClient(facts, (client) =>
            isForPeople(client) && !(client.ExplicitAuthFlows ?? []).some((flow) => withPassword.has(flow))
              ? "None of its sign-in flows sends the password to user migration (ExplicitAuthFlows)."
              : undefined,
          )
        : [],
  },
  {
    name: "client-may-write-verified",
    severity: "warning",
    when: "An app client's `WriteAttributes` contains `email_verified` or `phone_number_verified`.",
    consequence:
      "Not known: a stranger might sign up with another person's address as verified, and pass for a migrated person.",
    suggestion: "Remove email_verified and phone_number_verified from WriteAttributes.",
    check: (facts) =>
      eachClient(facts, ({ WriteAttributes = [] }) => {
        const written = verifying.filter((name) => WriteAttributes.includes(name));
        return written.length > 0 ? `It may write ${written.join(" and ")} (WriteAttributes).` : undefined;
      }),
  },
  {
    name: "client-writes-by-default",
    severity: "warning",
    when: "An app client has no `WriteAttributes`.",
    consequence:
      "Not known: a stranger might sign up with another person's address as verified, and pass for a migrated person.",
    suggestion: "Set WriteAttributes, without email_verified and phone_number_verified.",
    check: (facts) =>
      eachClient(facts, ({ WriteAttributes = [] }) =>
        WriteAttributes.length === 0
          ? "Cognito's default decides which attributes it may write (WriteAttributes is absent)."
          : undefined,
      ),
  },
];

/** Only machines use client credentials. */
function isForPeople({ AllowedOAuthFlows = [] }: AppClient): boolean {
  return !(AllowedOAuthFlows.length > 0 && AllowedOAuthFlows.every((flow) => flow === "client_credentials"));
}

function eachClient({ clients, clientIds }: Facts, found: (client: AppClient) => string | undefined) {
  if (clients.length === 0) return clientIds?.length === 0 ? [] : undefined;
  return clients.flatMap((client) => {
    const message = found(client);
    const { ClientName, ClientId } = client;
    const subject = ["app client", ...(ClientName ? [ClientName] : []), `(${ClientId})`].join(" ");
    return message === undefined ? [] : [{ message, subject }];
  });
}
