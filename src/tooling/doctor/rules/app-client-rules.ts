import { isAttached } from "../attached.ts";
import type { AppClient, Facts } from "../facts.ts";
import type { Rule } from "../rule.ts";

/** With one of these a sign-in hands the password over, as migration needs it; the last is the first form of the second. */
const withPassword: ReadonlySet<string> = new Set([
  "ALLOW_USER_PASSWORD_AUTH",
  "ALLOW_ADMIN_USER_PASSWORD_AUTH",
  "USER_PASSWORD_AUTH",
  "ADMIN_NO_SRP_AUTH",
]);

const verifying = ["email_verified", "phone_number_verified"];

/** What each app client gives away, allows, and lets strangers write. */
export const appClientRules: readonly Rule[] = [
  {
    name: "client-tells-who-exists",
    severity: "warning",
    when: "An app client's `PreventUserExistenceErrors` is not `ENABLED`.",
    consequence: "Whoever asks to recover a name learns whether the pool has it (UserNotFoundException).",
    mending: "Set PreventUserExistenceErrors to ENABLED.",
    check: (facts) =>
      eachClient(facts, ({ PreventUserExistenceErrors: setting }) =>
        setting === "ENABLED"
          ? undefined
          : `It tells strangers who has an account (PreventUserExistenceErrors: ${setting ?? "absent, so LEGACY"}).`,
      ),
  },
  {
    name: "client-cannot-migrate-sign-in",
    severity: "warning",
    when: "User migration is attached, and an app client allows neither `USER_PASSWORD_AUTH` nor `ADMIN_USER_PASSWORD_AUTH`.",
    consequence:
      "Whom only the legacy store knows cannot sign in with their old password there. A recovery brings them in all the same.",
    mending:
      "Add ALLOW_USER_PASSWORD_AUTH to the client's ExplicitAuthFlows, and let the app sign people in by it.",
    check: (facts) =>
      isAttached("user-migration", facts.pool)
        ? eachClient(facts, (client) =>
            isForPeople(client) && !(client.ExplicitAuthFlows ?? []).some((flow) => withPassword.has(flow))
              ? "No sign-in of it hands the password to user migration (ExplicitAuthFlows)."
              : undefined,
          )
        : [],
  },
  {
    name: "client-may-write-verified",
    severity: "warning",
    when: "An app client's `WriteAttributes` has `email_verified` or `phone_number_verified`.",
    consequence:
      "Not known: a stranger who signs up might say that somebody else's address is verified, and pass for a migration.",
    mending: "Take email_verified and phone_number_verified out of WriteAttributes.",
    check: (facts) =>
      eachClient(facts, ({ WriteAttributes = [] }) => {
        const written = verifying.filter((name) => WriteAttributes.includes(name));
        return written.length > 0 ? `It may write ${written.join(" and ")} (WriteAttributes).` : undefined;
      }),
  },
  {
    name: "client-writes-by-default",
    severity: "warning",
    when: "An app client has no `WriteAttributes` of its own.",
    consequence:
      "Not known: a stranger who signs up might say that somebody else's address is verified, and pass for a migration.",
    mending: "Give it explicit WriteAttributes, without email_verified and phone_number_verified.",
    check: (facts) =>
      eachClient(facts, ({ WriteAttributes = [] }) =>
        WriteAttributes.length === 0
          ? "What it may write is left to Cognito's default (WriteAttributes is absent)."
          : undefined,
      ),
  },
];

/** Machines alone sign in by client credentials. */
function isForPeople({ AllowedOAuthFlows = [] }: AppClient): boolean {
  return !(AllowedOAuthFlows.length > 0 && AllowedOAuthFlows.every((flow) => flow === "client_credentials"));
}

function eachClient({ clients, clientIds }: Facts, found: (client: AppClient) => string | undefined) {
  if (clients.length === 0) return clientIds?.length === 0 ? [] : undefined;
  return clients.flatMap((client) => {
    const what = found(client);
    const { ClientName, ClientId } = client;
    const subject = ["app client", ...(ClientName ? [ClientName] : []), `(${ClientId})`].join(" ");
    return what === undefined ? [] : [{ what, subject }];
  });
}
