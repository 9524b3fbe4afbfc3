import { SetupError } from "../../log/fault.ts";

/**
 * The region that a user pool is in, which its id begins with.
 *
 * @throws SetupError when it is no id of a user pool
 */
export function regionOf(userPoolId: string): string {
  const [, region] = /^([a-z]{2}(?:-[a-z]+)+-\d)_[0-9A-Za-z]+$/.exec(userPoolId) ?? [];
  if (region === undefined) {
    throw new SetupError(
      `--user-pool-id should be as in eu-central-1_AbCdEf123, and is ${JSON.stringify(userPoolId)}.`,
    );
  }
  return region;
}
