import type { SignInForm } from "../../directory/directory.ts";

/** What of a user pool's and an app client's set-up changes how a recovery goes. */
export interface PoolSettings {
  readonly signIn: SignInForm;
  /** The app client's; the API's own default is `LEGACY`. */
  readonly preventUserExistenceErrors: "ENABLED" | "LEGACY";
  /** `AccountRecoverySetting`: the verified contact that is there first gets the code. */
  readonly accountRecovery: readonly ("email" | "phone_number")[];
  /** Whether and as which source pre sign-up runs when a recovery migrates is not known: play each. */
  readonly preSignUpInRecovery: "none" | "PreSignUp_SignUp" | "PreSignUp_AdminCreateUser";
  /** A pool that sends through Cognito's own account refuses emails written by a trigger. */
  readonly emailSendingAccount: "DEVELOPER" | "COGNITO_DEFAULT";
  readonly clientId: string;
}

export const defaultSettings: PoolSettings = {
  signIn: "email",
  preventUserExistenceErrors: "ENABLED",
  accountRecovery: ["email", "phone_number"],
  preSignUpInRecovery: "PreSignUp_AdminCreateUser",
  emailSendingAccount: "DEVELOPER",
  clientId: "1example23456789",
};
