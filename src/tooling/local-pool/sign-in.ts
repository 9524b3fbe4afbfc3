import { exceptions } from "./cognito-exception.ts";
import { migrated } from "./migrated-user.ts";
import type { ClientMetadata, World } from "./world.ts";

export interface SignIn {
  readonly username: string;
  readonly password: string;
  /** `USER_PASSWORD_AUTH` when left out; SRP never shows the password, so it cannot migrate. */
  readonly authFlow?: "USER_PASSWORD_AUTH" | "USER_SRP_AUTH" | undefined;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** InitiateAuth with a password: migration for whom the pool does not know. */
export async function signIn(world: World, request: SignIn): Promise<void> {
  const { users, settings } = world;
  const { username, password, authFlow, clientMetadata, clientId } = request;
  const source = "UserMigration_Authentication";
  const user =
    users.find(username) ??
    (authFlow === "USER_SRP_AUTH"
      ? undefined
      : await migrated(world, { source, username, password, clientMetadata, clientId }));
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
