import type { PlainError } from "../error/plain-error.ts";
import { SetupError } from "../error/setup-error.ts";
import { type Store, storeWords } from "./reference.ts";
import { UnreadableParameter } from "./unreadable-parameter.ts";

/** The actions that a role needs, by store. */
const actions: Readonly<Record<Store, string>> = {
  ssm: "ssm:GetParameter",
  secret: "secretsmanager:GetSecretValue",
  appconfig: "appconfig:StartConfigurationSession and appconfig:GetLatestConfiguration",
};

/** Mistakes in the set-up, by the SDK's name for them: the end of a sentence about what a variable names. */
const mistakes: readonly [RegExp, (store: Store) => string][] = [
  [
    /^(?:ParameterNotFound|ParameterVersionNotFound|ResourceNotFoundException)$/,
    () => "does not exist: correct the name, or create it in this region",
  ],
  [
    /^(?:ValidationException|InvalidParameterException|BadRequestException)$/,
    (store) => `has a name that its store does not accept: write ${storeWords[store].form}`,
  ],
  [
    /^AccessDenied(?:Exception)?$/,
    (store) =>
      `this function's role is not allowed to read: allow ${actions[store]} on it, and kms:Decrypt on its key if it has one of its own`,
  ],
  [
    /^(?:DecryptionFailure|InvalidKeyId)$/,
    () => "cannot be decrypted: allow kms:Decrypt on its key, and enable the key if it is disabled",
  ],
  [
    // Secrets Manager has this one name for both.
    /^InvalidRequestException$/,
    () =>
      "its store does not return: restore it if it is marked for deletion, and encrypt it with a key of its own if it is another account's",
  ],
];

/**
 * Returns the error of a read that failed, in a sentence that names the variable: a {@link SetupError} when the
 * value does not exist or the role is not allowed to read it, otherwise an {@link UnreadableParameter}.
 */
export function readError(variable: string, store: Store, error: unknown): PlainError {
  const { noun } = storeWords[store];
  const cause = sdkErrorOf(error);
  const name = cause instanceof Error ? cause.name : "";
  const [, sentence] = mistakes.find(([names]) => names.test(name)) ?? [];
  return sentence
    ? new SetupError(`The environment variable ${variable} names ${noun} that ${sentence(store)}.`, { cause })
    : new UnreadableParameter(
        `The environment variable ${variable} names ${noun} that could not be read for now.`,
        { cause },
      );
}

/** Unwraps Powertools' error, since the log holds no more than three causes. */
function sdkErrorOf(error: unknown): unknown {
  return error instanceof Error && error.name === "GetParameterError" ? (error.cause ?? error) : error;
}
