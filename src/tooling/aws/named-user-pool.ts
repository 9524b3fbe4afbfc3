import { SetupError } from "../../error/setup-error.ts";
import { arnIn } from "./arn.ts";

/** A user pool as a person names it, and the Region to ask for it in. */
export interface NamedUserPool {
  readonly id: string;
  readonly region: string;
}

const ID = /^([a-z]{2}(?:-[a-z]+)+-\d)_[0-9A-Za-z]+$/;
const ARN = /^arn:[\w-]+:cognito-idp:[a-z]{2}(?:-[a-z]+)+-\d:\d{12}:userpool\/([\w-]+_[0-9A-Za-z]+)$/;

/**
 * Returns the pool that an id or an ARN names. Replicas of a pool share its id: an id by itself is asked for in
 * the Region that it begins with, where the pool was made; a replica has to be named by its ARN. Wherever a pool
 * was described, its ARN says where it is, and never its id.
 *
 * @throws SetupError when it is neither
 */
export function namedUserPool(text: string): NamedUserPool {
  const [, id] = ARN.exec(text) ?? [];
  if (id !== undefined) return { id, region: arnIn(text).region };
  const [, region] = ID.exec(text) ?? [];
  if (region !== undefined) return { id: text, region };
  throw new SetupError(
    `--user-pool-id should be an id as in eu-central-1_AbCdEf123, or the ARN of a user pool, and is ${JSON.stringify(text)}.`,
  );
}
