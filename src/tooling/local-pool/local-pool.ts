import { type ConfirmForgotPassword, confirmForgotPassword } from "./confirm-forgot-password.ts";
import { type ForgotPassword, forgotPassword } from "./forgot-password.ts";
import { defaultSettings, type PoolSettings } from "./pool-settings.ts";
import type { CodeDeliveryDetails } from "./send-message.ts";
import { type SignIn, signIn } from "./sign-in.ts";
import { type SignUp, signUp } from "./sign-up.ts";
import { type NewUser, type PoolUser, usersOf } from "./users.ts";
import type { World } from "./world.ts";

export interface Pool {
  forgotPassword(request: ForgotPassword): Promise<CodeDeliveryDetails>;
  confirmForgotPassword(request: ConfirmForgotPassword): Promise<void>;
  signIn(request: SignIn): Promise<void>;
  signUp(request: SignUp): Promise<void>;
  users(): readonly PoolUser[];
}

export interface PoolOptions extends Pick<World, "invoke" | "deliver" | "now" | "code"> {
  readonly settings?: Partial<PoolSettings>;
  readonly users?: readonly NewUser[];
}

/**
 * A user pool as far as a recovery shows it: which triggers Cognito runs, in which order, with which
 * events, and what a caller is told. What is not known of it is a setting ({@link PoolSettings}).
 *
 * Each operation rejects with a CognitoException, named as the API's error.
 */
export function pool({ settings, users = [], ...ports }: PoolOptions): Pool {
  const all: PoolSettings = { ...defaultSettings, ...settings };
  const world: World = { ...ports, settings: all, users: usersOf(all) };
  for (const user of users) world.users.add(user);
  return {
    forgotPassword: (request) => forgotPassword(world, request),
    confirmForgotPassword: (request) => confirmForgotPassword(world, request),
    signIn: (request) => signIn(world, request),
    signUp: (request) => signUp(world, request),
    users: () => world.users.all(),
  };
}
