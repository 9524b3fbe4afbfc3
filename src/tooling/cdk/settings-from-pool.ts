import type { CfnUserPool } from "aws-cdk-lib/aws-cognito";
import { Lazy } from "aws-cdk-lib/core";
import type { SettingName } from "../../parameter/settings.ts";
import { signInForm } from "../aws/sign-in-form.ts";
import { isObject, type Json } from "../json/json.ts";
import { resourceProperties } from "./resource-properties.ts";
import { unresolvedProperties } from "./template-facts.ts";

/** The settings that have to match the pool, and the properties that determine them. */
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
 * Returns the variables that a pool of the same app determines, as tokens: its properties may change until the
 * template is created. A variable whose properties are known only at deployment is omitted from the template.
 */
export function variablesFromPool(
  pool: CfnUserPool,
): Readonly<Record<keyof typeof settingsFromPool, string>> {
  const variable = (name: keyof typeof settingsFromPool) =>
    Lazy.string({
      produce: () => {
        const properties = resourceProperties(pool);
        return isUnresolved(name, unresolvedProperties(properties))
          ? undefined
          : settingsFromPool[name].valueOf(properties);
      },
    });
  return { EMAIL_SENDING_ACCOUNT: variable("EMAIL_SENDING_ACCOUNT"), SIGN_IN: variable("SIGN_IN") };
}

/** Whether the properties that determine a setting are known only at deployment. */
export function isUnresolved(name: keyof typeof settingsFromPool, unresolved: readonly string[]): boolean {
  return settingsFromPool[name].properties.some((each) => unresolved.includes(each));
}
