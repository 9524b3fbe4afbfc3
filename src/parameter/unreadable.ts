import { PlainError, SetupError } from "../log/fault.ts";
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

const ABSENT =
  /^(?:ParameterNotFound|ParameterVersionNotFound|ParameterNotFoundError|ResourceNotFoundException)$/;
const DENIED = /^(?:AccessDenied(?:Exception)?|DecryptionFailure|InvalidKeyId)$/;

/**
 * The error of a read that failed, in a sentence that names the variable: a {@link SetupError} when the value
 * is not there or may not be read, otherwise an {@link UnreadableParameter}.
 */
export function unreadable(variable: string, store: Store, error: unknown): PlainError {
  const { noun } = storeWords[store];
  const names = nameOf(error);
  if (names.some((name) => ABSENT.test(name))) {
    return new SetupError(
      `The environment variable ${variable} names ${noun} that is not there: mend the name, or create it in this region.`,
      { cause: error },
    );
  }
  if (names.some((name) => DENIED.test(name))) {
    return new SetupError(
      `The environment variable ${variable} names ${noun} that this function's role may not read: allow ${actions[store]} on it, and kms:Decrypt on its key if it has one of its own.`,
      { cause: error },
    );
  }
  return new UnreadableParameter(`${noun} that ${variable} names could not be read just now.`, {
    cause: error,
  });
}

/** The names of an error and of its causes: Powertools wraps the SDK's. */
function nameOf(error: unknown): string[] {
  return error instanceof Error ? [error.name, ...nameOf(error.cause)] : [];
}
