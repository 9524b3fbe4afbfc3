/** The keys of a pool's `LambdaConfig`, by the name of the trigger's file. */
export const poolTriggers = {
  "custom-message": "CustomMessage",
  "user-migration": "UserMigration",
  "pre-sign-up": "PreSignUp",
  "post-confirmation": "PostConfirmation",
} as const;

export type TriggerName = keyof typeof poolTriggers;

export const triggerNames = Object.keys(poolTriggers) as readonly TriggerName[];
