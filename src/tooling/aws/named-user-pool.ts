import { SetupError } from "../../error/setup-error.ts";
import { arnIn } from "./arn.ts";

/** A user pool as a person names it, and the Region to look for it in. */
export interface NamedUserPool {
  readonly id: string;
  readonly region: string;
}

const ID = /^([a-z]{2}(?:-[a-z]+)+-\d)_[0-9A-Za-z]+$/;
const ARN = /^arn:[\w-]+:cognito-idp:[a-z]{2}(?:-[a-z]+)+-\d:\d{12}:userpool\/([\w-]+_[0-9A-Za-z]+)$/;

/**
 * Returns the pool that an id or an ARN names. An id begins with the Region where the pool was created, and that
 * is where it is looked for. Replicas share the id, so a replica has to be named by its ARN. Once a pool is
 * described, its ARN gives the Region.
 *
 * @throws SetupError for a text that is neither
 */
export function namedUserPool(text: string): NamedUserPool {
  const [, id] = ARN.exec(text) ?? [];
  if (id !== undefined) return { id, region: arnIn(text).region };
  const [, region] = ID.exec(text) ?? [];
  if (region !== undefined) return { id: text, region };
  throw new SetupError(
    `--user-pool-id should be an id such as eu-central-1_AbCdEf123 or the ARN of a user pool, not ${JSON.stringify(text)}.`,
  );
}
