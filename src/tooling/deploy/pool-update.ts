import {
  type LambdaConfigType,
  type UpdateUserPoolCommandInput,
  UpdateUserPoolRequest$,
  type UserPoolType,
} from "@aws-sdk/client-cognito-identity-provider";
import { exceptions } from "./read-only-pool-fields.ts";

/** What an update sends, and what it leaves out of what the pool has. */
export interface Update {
  readonly input: UpdateUserPoolCommandInput;
  readonly leftOut: readonly LeftOut[];
}

export interface LeftOut {
  /** `AdminCreateUserConfig.UnusedAccountValidityDays`. */
  readonly path: string;
  readonly reason: string;
}

/** The settings that UpdateUserPool takes, by the installed SDK's own model: one that a newer SDK adds is sent too. */
const settings = (UpdateUserPoolRequest$[4] as readonly string[]).filter(
  (name) => name !== "UserPoolId" && name !== "PoolName",
);

/**
 * The update that sets a pool's triggers and leaves all else as it is: UpdateUserPool resets every setting that
 * it is not sent, so all of them are sent back, but those that Cognito would refuse.
 */
export function updateOf(pool: UserPoolType, lambdaConfig: LambdaConfigType): Update {
  const sent: Record<string, unknown> = structuredClone(
    Object.fromEntries(
      settings.flatMap((name) => {
        const value = pool[name as keyof UserPoolType];
        return value === undefined ? [] : [[name, value]];
      }),
    ),
  );
  const refused = exceptions.filter(({ path, refused }) => refused(pool) && take(sent, path));
  const tags = reservedTags(pool);
  for (const tag of tags) take(sent, ["UserPoolTags", tag]);
  return {
    input: {
      ...sent,
      UserPoolId: pool.Id,
      ...(pool.Name !== undefined && { PoolName: pool.Name }),
      LambdaConfig: lambdaConfig,
    },
    leftOut: [
      ...refused.map(({ path, reason }) => ({ path: path.join("."), reason })),
      ...tags.map((tag) => ({
        path: `UserPoolTags.${tag}`,
        reason: "tags that begin with aws: are AWS's own, and nobody else may send them",
      })),
    ],
  };
}

/** https://docs.aws.amazon.com/tag-editor/latest/userguide/best-practices-and-strats.html (the reserved prefix) */
function reservedTags({ UserPoolTags = {} }: UserPoolType): string[] {
  return Object.keys(UserPoolTags).filter((tag) => /^aws:/i.test(tag));
}

/** Takes what is at a path out of an object; whether there was anything. */
function take(object: Record<string, unknown>, [name, ...deeper]: readonly string[]): boolean {
  const value = name === undefined ? undefined : object[name];
  if (name === undefined || value === undefined) return false;
  if (deeper.length > 0) return take(value as Record<string, unknown>, deeper);
  delete object[name];
  return true;
}
