import { exceptions } from "./cognito-exception.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";
import { attributesOf, metadataAs, runTrigger } from "./run-trigger.ts";

export interface ConfirmForgotPassword {
  readonly username: string;
  readonly code: string;
  readonly password: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** A forgot-password code is valid for one hour. */
const CODE_LIFETIME_MS = 3_600_000;

/** The shortest minimum that a password policy of Cognito can set, in characters. */
const MINIMUM_PASSWORD_LENGTH = 6;

/** Implements ConfirmForgotPassword: sets the new password, then runs post confirmation. */
export async function confirmForgotPassword(
  pool: PoolContext,
  request: ConfirmForgotPassword,
): Promise<void> {
  const { users, settings, now } = pool;
  const { username, code, password, clientMetadata, clientId } = request;
  const user = users.find(username);
  if (!user && settings.preventUserExistenceErrors === "LEGACY") throw exceptions.unknownUser();
  if (!user?.code || user.code.value !== code) throw exceptions.wrongCode();
  if (now() - user.code.at > CODE_LIFETIME_MS) throw exceptions.expired();
  if (password.length < MINIMUM_PASSWORD_LENGTH) throw exceptions.badPassword();
  const { code: _used, ...rest } = user;
  const confirmed = { ...rest, password, status: "CONFIRMED" } as const;
  users.replace(confirmed);
  await runTrigger(pool, {
    triggerSource: "PostConfirmation_ConfirmForgotPassword",
    userName: user.userName,
    request: { userAttributes: attributesOf(confirmed), ...metadataAs("clientMetadata", clientMetadata) },
    response: {},
    clientId,
  });
}
