import { SetupError } from "../../log/fault.ts";
import { AwsRefusal } from "./call-aws.ts";

/** What is not there is an answer too. */
export function orMissing<T>(answer: Promise<T>): Promise<T | "missing"> {
  return answer.catch((thrown) => {
    if (isMissing(thrown)) return "missing";
    throw thrown;
  });
}

/** @throws SetupError with the sentence when it is not there */
export function orSay<T>(answer: Promise<T>, sentence: string): Promise<T> {
  return answer.catch((thrown) => {
    throw isMissing(thrown) ? new SetupError(sentence, { cause: thrown.cause }) : thrown;
  });
}

function isMissing(thrown: unknown): thrown is AwsRefusal {
  return thrown instanceof AwsRefusal && thrown.why === "missing";
}
