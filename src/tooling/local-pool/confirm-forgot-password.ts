import { exceptions } from "./cognito-exception.ts";
import { asked, attributesOf, type ClientMetadata, sentAs, type World } from "./world.ts";

export interface ConfirmForgotPassword {
  readonly username: string;
  readonly code: string;
  readonly password: string;
  readonly clientMetadata?: ClientMetadata | undefined;
  readonly clientId?: string | undefined;
}

/** A forgot-password code lives one hour, in ms. */
const CODE_LIVES_MS = 3_600_000;

/** The least that Cognito's own password policy can ask for, in characters. */
const LEAST_PASSWORD = 6;

/** ConfirmForgotPassword: the new password, and post confirmation once it is set. */
export async function confirmForgotPassword(world: World, request: ConfirmForgotPassword): Promise<void> {
  const { users, settings, now } = world;
  const { username, code, password, clientMetadata, clientId } = request;
  const user = users.find(username);
  if (!user && settings.preventUserExistenceErrors === "LEGACY") throw exceptions.unknownUser();
  if (!user?.code || user.code.value !== code) throw exceptions.wrongCode();
  if (now() - user.code.at > CODE_LIVES_MS) throw exceptions.expired();
  if (password.length < LEAST_PASSWORD) throw exceptions.badPassword();
  const { code: _used, ...rest } = user;
  const confirmed = { ...rest, password, status: "CONFIRMED" } as const;
  users.replace(confirmed);
  await asked(world, {
    triggerSource: "PostConfirmation_ConfirmForgotPassword",
    userName: user.userName,
    request: { userAttributes: attributesOf(confirmed), ...sentAs("clientMetadata", clientMetadata) },
    response: {},
    clientId,
  });
}
