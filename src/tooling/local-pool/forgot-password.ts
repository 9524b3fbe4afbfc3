import { exceptions } from "./cognito-exception.ts";
import { migrated } from "./migrated-user.ts";
import { type CodeDeliveryDetails, deliveryDetails, sendMessage } from "./send-message.ts";
import { isVerified } from "./users.ts";
import type { ClientMetadata, World } from "./world.ts";

export interface ForgotPassword {
  readonly username: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** ForgotPassword: migration for whom the pool does not know, then the message with the code. */
export async function forgotPassword(world: World, request: ForgotPassword): Promise<CodeDeliveryDetails> {
  const { users, settings } = world;
  const { username, clientMetadata, clientId } = request;
  const conceals = settings.preventUserExistenceErrors === "ENABLED";
  const user =
    users.find(username) ?? (await migrated(world, { source: "UserMigration_ForgotPassword", ...request }));
  if (!user) {
    if (conceals) return simulated(world, username);
    throw exceptions.unknownUser();
  }
  if (user.status === "FORCE_CHANGE_PASSWORD") throw exceptions.notNow();
  if (!user.enabled) {
    if (conceals) return simulated(world, username);
    throw exceptions.disabled();
  }
  if (!settings.accountRecovery.some((contact) => isVerified(user, contact))) {
    if (conceals) return simulated(world, username);
    throw exceptions.noVerifiedContact();
  }
  const source = "CustomMessage_ForgotPassword";
  return (await sendMessage(world, user, { source, clientMetadata, clientId })) as CodeDeliveryDetails;
}

/** What Cognito tells of somebody who gets no code, so that nobody learns who has an account. */
function simulated({ settings }: World, username: string): CodeDeliveryDetails {
  const contact = settings.accountRecovery[0] ?? "email";
  return deliveryDetails(contact, username.includes("@") ? username : `${username}@example.com`);
}
