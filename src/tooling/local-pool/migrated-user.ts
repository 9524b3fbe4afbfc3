import type { Attributes } from "../../trigger/pool-event.ts";
import { exceptions } from "./cognito-exception.ts";
import { sendMessage } from "./send-message.ts";
import { userNameRejection } from "./user-name-rejection.ts";
import { aliases, type PoolUser } from "./users.ts";
import { asked, type ClientMetadata, sentAs, type World } from "./world.ts";

export interface Migration {
  readonly source: "UserMigration_ForgotPassword" | "UserMigration_Authentication";
  readonly username: string;
  readonly password?: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Asks user migration for somebody the pool does not know; `undefined` when it does not either. */
export async function migrated(world: World, migration: Migration): Promise<PoolUser | undefined> {
  const { source, username, password, clientMetadata, clientId } = migration;
  const isSignIn = source === "UserMigration_Authentication";
  const metadata = sentAs(isSignIn ? "validationData" : "clientMetadata", clientMetadata);
  const answer = await asked(world, {
    triggerSource: source,
    userName: username,
    request: { ...(isSignIn && { password }), userAttributes: null, validationData: null, ...metadata },
    response: {
      userAttributes: null,
      forceAliasCreation: null,
      finalUserStatus: null,
      messageAction: null,
      desiredDeliveryMediums: null,
      enableSMSMFA: null,
    },
    clientId,
  });
  if (!answer) return undefined;
  const attributes = answer.userAttributes as Attributes;
  const rejection = migrationRejection(world, username, attributes);
  if (rejection) throw exceptions.badUserName(rejection);
  const preSignUp = isSignIn ? "PreSignUp_AdminCreateUser" : world.settings.preSignUpInRecovery;
  if (preSignUp !== "none") {
    await asked(world, {
      triggerSource: preSignUp,
      userName: username,
      request: { userAttributes: attributes, validationData: null, ...metadata },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      clientId,
    });
  }
  const isConfirmed = answer.finalUserStatus === "CONFIRMED";
  const user = world.users.add({
    username: attributes.username ?? username,
    attributes,
    status: isConfirmed ? "CONFIRMED" : "RESET_REQUIRED",
    ...(isConfirmed && password !== undefined && { password }),
  });
  if (answer.messageAction !== "SUPPRESS") {
    await sendMessage(world, user, { source: "CustomMessage_AdminCreateUser", clientMetadata, clientId });
  }
  return user;
}

/**
 * Returns why the pool cannot create the migrated user under the name that was typed or supplied. Which
 * exception a real pool answers then is not known; that it creates no such user is.
 */
function migrationRejection(
  { settings }: World,
  typed: string,
  { username = typed, ...attributes }: Attributes,
): string | undefined {
  const signInWith: readonly string[] = aliases[settings.signIn];
  if (username !== typed && !(settings.signIn === "alias" && matches(attributes, signInWith, typed))) {
    return "The trigger supplied a user name other than the one that was typed, which is no alias of the user.";
  }
  return userNameRejection(settings.signIn, username);
}

function matches(attributes: Attributes, names: readonly string[], typed: string): boolean {
  return names.some((name) => attributes[name]?.toLowerCase() === typed.toLowerCase());
}
