import { exceptions } from "./cognito-exception.ts";
import { migratedUser } from "./migrated-user.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";

export interface SignIn {
  readonly username: string;
  readonly password: string;
  /** Default: `USER_PASSWORD_AUTH`. SRP does not send the password, so it cannot migrate. */
  readonly authFlow?: "USER_PASSWORD_AUTH" | "USER_SRP_AUTH" | undefined;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** Implements InitiateAuth with a password: migrates a user that the pool does not have. */
export async function signIn(pool: PoolContext, request: SignIn): Promise<void> {
  const { users, settings } = pool;
  const { username, password, authFlow, clientMetadata, clientId } = request;
  const source = "UserMigration_Authentication";
  const user =
    users.find(username) ??
    (authFlow === "USER_SRP_AUTH"
      ? undefined
      : await migratedUser(pool, { source, username, password, clientMetadata, clientId }));
  if (!user) {
    throw settings.preventUserExistenceErrors === "ENABLED"
      ? exceptions.wrongPassword()
      : exceptions.unknownUser();
  }
  if (!user.enabled) throw exceptions.disabled();
  if (user.status === "RESET_REQUIRED") throw exceptions.resetFirst();
  if (user.password !== password) throw exceptions.wrongPassword();
  if (user.status === "UNCONFIRMED") throw exceptions.unconfirmed();
}
