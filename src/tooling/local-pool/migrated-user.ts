import type { Attributes } from "../../trigger/pool-event.ts";
import { exceptions } from "./cognito-exception.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";
import { metadataAs, runTrigger } from "./run-trigger.ts";
import { userNameRejection } from "./user-name-rejection.ts";
import { aliases, type PoolUser } from "./users.ts";

export interface Migration {
  readonly source: "UserMigration_ForgotPassword" | "UserMigration_Authentication";
  readonly username: string;
  readonly password?: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Runs user migration for a user that the pool does not have; `undefined` when the trigger migrates no one. */
export async function migratedUser(pool: PoolContext, migration: Migration): Promise<PoolUser | undefined> {
  const { source, username, password, clientMetadata, clientId } = migration;
  const isSignIn = source === "UserMigration_Authentication";
  const metadata = metadataAs(isSignIn ? "validationData" : "clientMetadata", clientMetadata);
  const answer = await runTrigger(pool, {
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
  const rejection = migrationRejection(pool, username, attributes);
  if (rejection) throw exceptions.badUserName(rejection);
  const preSignUp = isSignIn ? "PreSignUp_AdminCreateUser" : pool.settings.preSignUpInRecovery;
  if (preSignUp !== "none") {
    await runTrigger(pool, {
      triggerSource: preSignUp,
      userName: username,
      request: { userAttributes: attributes, validationData: null, ...metadata },
      response: { autoConfirmUser: false, autoVerifyEmail: false, autoVerifyPhone: false },
      clientId,
    });
  }
  const isConfirmed = answer.finalUserStatus === "CONFIRMED";
  return pool.users.add({
    username: attributes.username ?? username,
    attributes,
    status: isConfirmed ? "CONFIRMED" : "RESET_REQUIRED",
    ...(isConfirmed && password !== undefined && { password }),
  });
}

/**
 * Returns why the pool cannot create the migrated user under the name that was typed or supplied. A real pool
 * creates no such user; which exception it raises is not known.
 */
function migrationRejection(
  { settings }: PoolContext,
  typed: string,
  { username = typed, ...attributes }: Attributes,
): string | undefined {
  const signInWith: readonly string[] = aliases[settings.signIn];
  if (username !== typed && !(settings.signIn === "alias" && matches(attributes, signInWith, typed))) {
    return "The trigger supplied a user name other than the one that was typed, which is not an alias of the user.";
  }
  return userNameRejection(settings.signIn, username);
}

function matches(attributes: Attributes, names: readonly string[], typed: string): boolean {
  return names.some((name) => attributes[name]?.toLowerCase() === typed.toLowerCase());
}
