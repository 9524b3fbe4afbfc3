import type { NamedFunctions } from "../deploy/attach.ts";

/** The options that name a function for a trigger, as commander gives them. */
export interface FunctionOptions {
  readonly customMessage?: string;
  readonly userMigration?: string;
  readonly preSignUp?: string;
  readonly postConfirmation?: string;
}

export function functionsIn(options: FunctionOptions): NamedFunctions {
  const { customMessage, userMigration, preSignUp, postConfirmation } = options;
  return {
    ...(customMessage !== undefined && { "custom-message": customMessage }),
    ...(userMigration !== undefined && { "user-migration": userMigration }),
    ...(preSignUp !== undefined && { "pre-sign-up": preSignUp }),
    ...(postConfirmation !== undefined && { "post-confirmation": postConfirmation }),
  };
}
