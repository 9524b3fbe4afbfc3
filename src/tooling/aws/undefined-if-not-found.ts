import { SetupError } from "../../error/setup-error.ts";
import { AwsError } from "./call-aws.ts";

/** Returns the answer, or `undefined` where AWS knows no such resource. */
export function undefinedIfNotFound<T>(answer: Promise<T>): Promise<T | undefined> {
  return answer.catch((thrown) => {
    if (isNotFound(thrown)) return undefined;
    throw thrown;
  });
}

/** @throws SetupError with this message where AWS knows no such resource */
export function withNotFoundMessage<T>(answer: Promise<T>, message: string): Promise<T> {
  return answer.catch((thrown) => {
    throw isNotFound(thrown) ? new SetupError(message, { cause: thrown.cause }) : thrown;
  });
}

function isNotFound(thrown: unknown): thrown is AwsError {
  return thrown instanceof AwsError && thrown.kind === "not found";
}
