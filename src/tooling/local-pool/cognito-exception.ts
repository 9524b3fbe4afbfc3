/** An error of Cognito's API; an app recognizes it by its name. */
export class CognitoException extends Error {
  constructor(name: string, message: string) {
    super(message);
    this.name = name;
  }
}

/** Cognito's exceptions, with the texts that it uses today where an app or a person may see them. */
export const exceptions = {
  trigger: (trigger: string, text: string) =>
    new CognitoException("UserLambdaValidationException", `${trigger} failed with error ${text}.`),
  badAnswer: (reason: string) =>
    new CognitoException("InvalidLambdaResponseException", `Unrecognizable lambda output: ${reason}`),
  crashed: (trigger: string, how: string) =>
    new CognitoException("UnexpectedLambdaException", `${trigger} invocation failed: ${how}`),
  unknownUser: () =>
    new CognitoException("UserNotFoundException", "Username/client id combination not found."),
  noVerifiedContact: () =>
    new CognitoException(
      "InvalidParameterException",
      "Cannot reset password for the user as there is no registered/verified email or phone_number",
    ),
  notNow: () =>
    new CognitoException("NotAuthorizedException", "User password cannot be reset in the current state."),
  disabled: () => new CognitoException("NotAuthorizedException", "User is disabled."),
  wrongPassword: () => new CognitoException("NotAuthorizedException", "Incorrect username or password."),
  wrongCode: () =>
    new CognitoException("CodeMismatchException", "Invalid verification code provided, please try again."),
  expired: () =>
    new CognitoException("ExpiredCodeException", "Invalid code provided, please request a code again."),
  badPassword: () =>
    new CognitoException(
      "InvalidPasswordException",
      "Password did not conform with policy: Password not long enough",
    ),
  badUserName: (reason: string) => new CognitoException("InvalidParameterException", reason),
  exists: () => new CognitoException("UsernameExistsException", "User already exists"),
  unconfirmed: () => new CognitoException("UserNotConfirmedException", "User is not confirmed."),
  resetFirst: () =>
    new CognitoException("PasswordResetRequiredException", "Password reset required for the user"),
} as const;
