import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import { Lazy } from "aws-cdk-lib/core";
import type { SettingName } from "../../parameter/settings.ts";
import { signInForm } from "../aws/sign-in-form.ts";
import { isObject, type Json } from "../json/json.ts";
import { resourceProperties } from "./resource-properties.ts";
import { unresolvedProperties } from "./template-facts.ts";

/** The settings that have to fit the pool, and which of its properties decide them. */
export const settingsFromPool = {
  EMAIL_SENDING_ACCOUNT: {
    properties: ["EmailConfiguration.EmailSendingAccount"],
    valueOf: ({ EmailConfiguration }: Json) =>
      isObject(EmailConfiguration) && EmailConfiguration.EmailSendingAccount === "DEVELOPER"
        ? "DEVELOPER"
        : "COGNITO_DEFAULT",
  },
  SIGN_IN: {
    properties: ["UsernameAttributes", "AliasAttributes"],
    valueOf: signInForm,
  },
} as const satisfies Readonly<
  Partial<Record<SettingName, { properties: readonly string[]; valueOf: (pool: Json) => string }>>
>;

/**
 * The variables that a pool of the same app decides, as tokens: its properties may be changed until the
 * template is made. One whose properties are known at deployment only is left out of the template.
 */
export function variablesFromPool(
  pool: CfnUserPool,
): Readonly<Record<keyof typeof settingsFromPool, string>> {
  const variable = (name: keyof typeof settingsFromPool) =>
    Lazy.string({
      produce: () => {
        const properties = resourceProperties(pool);
        return isUndecided(name, unresolvedProperties(properties))
          ? undefined
          : settingsFromPool[name].valueOf(properties);
      },
    });
  return { EMAIL_SENDING_ACCOUNT: variable("EMAIL_SENDING_ACCOUNT"), SIGN_IN: variable("SIGN_IN") };
}

/** Whether the properties that decide a setting are among those that are known at deployment only. */
export function isUndecided(name: keyof typeof settingsFromPool, unresolved: readonly string[]): boolean {
  return settingsFromPool[name].properties.some((each) => unresolved.includes(each));
}
