import { type ConfirmForgotPassword, confirmForgotPassword } from "./confirm-forgot-password.ts";
import { type ForgotPassword, forgotPassword } from "./forgot-password.ts";
import type { PoolContext } from "./pool-context.ts";
import { defaultSettings, type PoolSettings } from "./pool-settings.ts";
import type { CodeDeliveryDetails } from "./send-message.ts";
import { type SignIn, signIn } from "./sign-in.ts";
import { type SignUp, signUp } from "./sign-up.ts";
import { type NewUser, type PoolUser, usersOf } from "./users.ts";

export interface LocalPool {
  forgotPassword(request: ForgotPassword): Promise<CodeDeliveryDetails>;
  confirmForgotPassword(request: ConfirmForgotPassword): Promise<void>;
  signIn(request: SignIn): Promise<void>;
  signUp(request: SignUp): Promise<void>;
  users(): readonly PoolUser[];
}

export interface LocalPoolOptions extends Pick<PoolContext, "invoke" | "deliver" | "now" | "code"> {
  readonly settings?: Partial<PoolSettings>;
  readonly users?: readonly NewUser[];
}

/**
 * Returns a user pool in memory. It runs the triggers that Cognito runs in a recovery, in the same order and
 * with the same events, and returns what Cognito returns. Where Cognito's behaviour is not known, it is a
 * setting ({@link PoolSettings}).
 *
 * Each operation rejects with a CognitoException that is named as the API's error.
 */
export function localPool({ settings, users = [], ...ports }: LocalPoolOptions): LocalPool {
  const all: PoolSettings = { ...defaultSettings, ...settings };
  const pool: PoolContext = { ...ports, settings: all, users: usersOf(all) };
  for (const user of users) pool.users.add(user);
  return {
    forgotPassword: (request) => forgotPassword(pool, request),
    confirmForgotPassword: (request) => confirmForgotPassword(pool, request),
    signIn: (request) => signIn(pool, request),
    signUp: (request) => signUp(pool, request),
    users: () => pool.users.all(),
  };
}
