import type { SignInForm } from "../../directory/directory.ts";

/** The settings of a user pool and an app client that change a recovery. */
export interface PoolSettings {
  readonly signIn: SignInForm;
  /** The app client's setting; the API's default is `LEGACY`. */
  readonly preventUserExistenceErrors: "ENABLED" | "LEGACY";
  /** `AccountRecoverySetting`: the first of these that the user has verified gets the code. */
  readonly accountRecovery: readonly ("email" | "phone_number")[];
  /** The source with which pre sign-up runs when a recovery migrates, if it does: not known of Cognito. */
  readonly preSignUpInRecovery: "none" | "PreSignUp_SignUp" | "PreSignUp_AdminCreateUser";
  /** A pool that sends through Cognito's own account rejects emails written by a trigger. */
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
