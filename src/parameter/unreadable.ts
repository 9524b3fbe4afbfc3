import { PlainError } from "../error/plain-error.ts";
import { SetupError } from "../error/setup-error.ts";
import { type Store, storeWords } from "./reference.ts";

/** A store that could not be asked just now, with what it said as `cause`. */
export class UnreadableParameter extends PlainError {
  override readonly name = "UnreadableParameter";
}

/** What a role needs, by store. */
const actions: Readonly<Record<Store, string>> = {
  ssm: "ssm:GetParameter",
  secret: "secretsmanager:GetSecretValue",
  appconfig: "appconfig:StartConfigurationSession and appconfig:GetLatestConfiguration",
};

/** What is to be mended by whoever deploys, by the SDK's name for it: the end of a sentence about what is named. */
const mistakes: readonly [RegExp, (store: Store) => string][] = [
  [
    /^(?:ParameterNotFound|ParameterVersionNotFound|ResourceNotFoundException)$/,
    () => "is not there: mend the name, or create it in this region",
  ],
  [
    /^(?:ValidationException|InvalidParameterException|BadRequestException)$/,
    (store) => `has a name that its store does not take: write ${storeWords[store].form}`,
  ],
  [
    /^AccessDenied(?:Exception)?$/,
    (store) =>
      `this function's role may not read: allow ${actions[store]} on it, and kms:Decrypt on its key if it has one of its own`,
  ],
  [
    /^(?:DecryptionFailure|InvalidKeyId)$/,
    () => "cannot be decrypted: allow kms:Decrypt on its key, and see that the key is enabled",
  ],
  [
    // Of Secrets Manager, which has this one name for both.
    /^InvalidRequestException$/,
    () =>
      "is not given away: restore it if it is marked for deletion, and encrypt it with a key of its own if it is another account's",
  ],
];

/**
 * The error of a read that failed, in a sentence that names the variable: a {@link SetupError} when the value
 * is not there or may not be read, otherwise an {@link UnreadableParameter}.
 */
export function unreadable(variable: string, store: Store, error: unknown): PlainError {
  const { noun } = storeWords[store];
  const cause = sdkErrorOf(error);
  const name = cause instanceof Error ? cause.name : "";
  const [, sentence] = mistakes.find(([names]) => names.test(name)) ?? [];
  return sentence
    ? new SetupError(`The environment variable ${variable} names ${noun} that ${sentence(store)}.`, { cause })
    : new UnreadableParameter(
        `What the environment variable ${variable} names, ${noun}, could not be read just now.`,
        { cause },
      );
}

/** Powertools wraps the SDK's errors, and the log tells no more than three causes: this one is worth its place. */
function sdkErrorOf(error: unknown): unknown {
  return error instanceof Error && error.name === "GetParameterError" ? (error.cause ?? error) : error;
}
