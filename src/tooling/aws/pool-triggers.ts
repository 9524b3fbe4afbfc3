/** Our triggers, named as their files, and what a pool's `LambdaConfig` calls them. */
export const poolTriggers = {
  "custom-message": "CustomMessage",
  "user-migration": "UserMigration",
  "pre-sign-up": "PreSignUp",
  "post-confirmation": "PostConfirmation",
} as const;

export type TriggerName = keyof typeof poolTriggers;

export const triggerNames = Object.keys(poolTriggers) as readonly TriggerName[];
