import { AwsRefusal } from "../aws/call-aws.ts";

/** The answer, or `undefined` when AWS refuses this one question. */
export type OrNot = <T>(key: string, answer: Promise<T>) => Promise<T | undefined>;

/** Keeps why each question was refused; only a lack of credentials, or of a Region, ends it all. */
export function askingUnder(whys: Map<string, string>): OrNot {
  return (key, answer) => answer.catch((thrown) => refused(whys, key, thrown));
}

function refused(whys: Map<string, string>, key: string, thrown: unknown): undefined {
  if (!(thrown instanceof AwsRefusal) || thrown.why === "credentials" || thrown.why === "region")
    throw thrown;
  whys.set(key, thrown.message);
}
