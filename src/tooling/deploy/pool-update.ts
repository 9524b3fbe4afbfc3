import {
  type LambdaConfigType,
  type UpdateUserPoolCommandInput,
  UpdateUserPoolRequest$,
  type UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { rejectedFields } from "./read-only-pool-fields.ts";

/** The input of an update, and the pool's settings that it omits. */
export interface PoolUpdate {
  readonly input: UpdateUserPoolCommandInput;
  readonly omitted: readonly OmittedField[];
}

export interface OmittedField {
  /** `AdminCreateUserConfig.UnusedAccountValidityDays`. */
  readonly path: string;
  readonly reason: string;
}

/** The settings that UpdateUserPool accepts by the installed SDK's model, so that those of a newer SDK are sent too. */
const settings = (UpdateUserPoolRequest$[4] as readonly string[]).filter(
  (name) => name !== "UserPoolId" && name !== "PoolName",
);

/**
 * Returns the update that sets a pool's triggers and changes nothing else. UpdateUserPool resets every setting that
 * is not sent, so it sends all settings back but those that Cognito would reject.
 */
export function poolUpdate(pool: UserPoolType, lambdaConfig: LambdaConfigType): PoolUpdate {
  const sent: Record<string, unknown> = structuredClone(
    Object.fromEntries(
      settings.flatMap((name) => {
        const value = pool[name as keyof UserPoolType];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
  const rejected = rejectedFields.filter(({ path, isRejected }) => isRejected(pool) && remove(sent, path));
  const tags = reservedTags(pool);
  for (const tag of tags) remove(sent, ["UserPoolTags", tag]);
  return {
    input: {
      ...sent,
      UserPoolId: pool.Id,
      ...(pool.Name !== undefined && { PoolName: pool.Name }),
      LambdaConfig: lambdaConfig,
    },
    omitted: [
      ...rejected.map(({ path, reason }) => ({ path: path.join("."), reason })),
      ...tags.map((tag) => ({
        path: `UserPoolTags.${tag}`,
        reason: "tags that begin with aws: are reserved by AWS",
      })),
    ],
  };
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html (the reserved prefix) */
function reservedTags({ UserPoolTags = {} }: UserPoolType): string[] {
  return Object.keys(UserPoolTags).filter((tag) => /^aws:/i.test(tag));
}

/** Removes the value at a path from an object, and returns whether there was one. */
function remove(object: Record<string, unknown>, [name, ...deeper]: readonly string[]): boolean {
  const value = name === undefined ? undefined : object[name];
  if (name === undefined || value === undefined) return false;
  if (deeper.length > 0) return remove(value as Record<string, unknown>, deeper);
  delete object[name];
  return true;
}
