import { AwsError } from "../aws/call-aws.ts";

/** The reasons why facts are missing, by the fact's key. */
export type FailureReasons = ReadonlyMap<string, string>;

/** Returns the answer of a call, or `undefined` if the call fails. */
export type Attempt = <T>(key: string, answer: Promise<T>) => Promise<T | undefined>;

/** Returns an `Attempt` that records the reason of each failure. Missing credentials or a missing Region still throw. */
export function attemptWith(reasons: Map<string, string>): Attempt {
  return (key, answer) =>
    answer.catch((thrown) => {
      const isFatal = thrown instanceof AwsError ? ["credentials", "region"].includes(thrown.kind) : true;
      if (isFatal) throw thrown;
      reasons.set(key, thrown.message);
      return undefined;
    });
}
