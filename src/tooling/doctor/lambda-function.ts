import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { referenceIn } from "../../parameter/reference.ts";
import { type SettingFinding, settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { misspeltSettings } from "./misspelt-settings.ts";

/** A function, with what its variables say in place of the variables, which may hold a secret. */
export interface LambdaFunction
  extends Pick<
    FunctionConfiguration,
    "Runtime" | "Handler" | "Timeout" | "MemorySize" | "PackageType" | "State" | "StateReason"
  > {
  /** What is wrong with its settings; absent when its variables could not be read. */
  readonly settings?: readonly SettingFinding[];
  /** Its variables that are nearly a setting; absent when its variables could not be read. */
  readonly misspelt?: readonly SettingFinding[];
  /** Its EMAIL_SENDING_ACCOUNT; absent when its variables could not be read. */
  readonly emailSendingAccount?: "DEVELOPER" | "COGNITO_DEFAULT" | "wrong" | "in a store";
}

/** What is kept of a function's configuration. */
export function lambdaFunction(
  configuration: FunctionConfiguration,
  triggers: readonly TriggerName[],
): LambdaFunction {
  const { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason } = configuration;
  const kept = { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason };
  // Lambda tells an error in their place when the key that encrypts them may not be used.
  if (configuration.Environment?.Error) return kept;
  const variables = configuration.Environment?.Variables ?? {};
  const names = new Set(triggers.flatMap((trigger) => settingsOf(trigger)));
  return {
    ...kept,
    settings: settingFindings(variables, names),
    misspelt: misspeltSettings(variables),
    emailSendingAccount: emailSendingAccountIn(variables),
  };
}

function emailSendingAccountIn(variables: Readonly<Record<string, string>>) {
  const { EMAIL_SENDING_ACCOUNT: text = "DEVELOPER" } = variables;
  if (text === "DEVELOPER" || text === "COGNITO_DEFAULT") return text;
  return referenceIn(text) ? "in a store" : "wrong";
}
