import { exceptions } from "./cognito-exception.ts";
import { migratedUser } from "./migrated-user.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";
import { type CodeDeliveryDetails, deliveryDetails, sendMessage } from "./send-message.ts";
import { isVerified } from "./users.ts";

export interface ForgotPassword {
  readonly username: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Implements ForgotPassword: migrates a user that the pool does not have, then sends the code. */
export async function forgotPassword(
  pool: PoolContext,
  request: ForgotPassword,
): Promise<CodeDeliveryDetails> {
  const { users, settings } = pool;
  const { username, clientMetadata, clientId } = request;
  const conceals = settings.preventUserExistenceErrors === "ENABLED";
  const user =
    users.find(username) ??
    (await migratedUser(pool, { source: "UserMigration_ForgotPassword", ...request }));
  if (!user) {
    if (conceals) return simulatedDelivery(pool, username);
    throw exceptions.unknownUser();
  }
  if (user.status === "FORCE_CHANGE_PASSWORD") throw exceptions.notNow();
  if (!user.enabled) {
    if (conceals) return simulatedDelivery(pool, username);
    throw exceptions.disabled();
  }
  if (!settings.accountRecovery.some((contact) => isVerified(user, contact))) {
    if (conceals) return simulatedDelivery(pool, username);
    throw exceptions.noVerifiedContact();
  }
  const source = "CustomMessage_ForgotPassword";
  return (await sendMessage(pool, user, { source, clientMetadata, clientId })) as CodeDeliveryDetails;
}

/** Returns the made-up delivery details with which Cognito hides that a user does not exist or gets no code. */
function simulatedDelivery({ settings }: PoolContext, username: string): CodeDeliveryDetails {
  const contact = settings.accountRecovery[0] ?? "email";
  return deliveryDetails(contact, username.includes("@") ? username : `${username}@example.com`);
}
