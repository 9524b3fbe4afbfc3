import type { NamedFunctions } from "../deploy/attachment.ts";
import { checkedName } from "../deploy/trigger-function.ts";

/** The options that name a function for a trigger, as commander gives them. */
export interface FunctionOptions {
  readonly customMessage?: string;
  readonly userMigration?: string;
  readonly preSignUp?: string;
  readonly postConfirmation?: string;
}

/** Returns the functions that are named. Throws a SetupError when a name is empty or is another option. */
export function functionsIn(options: FunctionOptions): NamedFunctions {
  const { customMessage, userMigration, preSignUp, postConfirmation } = options;
  const named = {
    "custom-message": customMessage,
    "user-migration": userMigration,
    "pre-sign-up": preSignUp,
    "post-confirmation": postConfirmation,
  };
  const given = Object.entries(named).filter(([, value]) => value !== undefined);
  for (const [trigger, value] of given) checkedName(`--${trigger} ${value}`, value as string);
  return Object.fromEntries(given);
}
