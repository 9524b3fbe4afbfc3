import type { FunctionConfiguration } from "@aws-sdk/client-lambda";
import { checkedValue } from "../../parameter/checked-value.ts";
import { referenceIn } from "../../parameter/reference.ts";
import { type SettingFinding, settingFindings, settingsOf } from "../../parameter/setting-findings.ts";
import type { SettingName, SettingValue } from "../../parameter/settings.ts";
import type { TriggerName } from "../aws/pool-triggers.ts";
import { misspeltSettings } from "./misspelt-settings.ts";

/** The value of a setting where its variable shows it. */
type SettingShown<Name extends SettingName> = SettingValue<Name> | "invalid" | "stored";

/** A function's configuration, without its variables: they may contain a secret. */
export interface LambdaFunction
  extends Pick<
    FunctionConfiguration,
    "Runtime" | "Handler" | "Timeout" | "MemorySize" | "PackageType" | "State" | "StateReason"
  > {
  /** Its invalid settings; absent when its variables could not be read. */
  readonly settings?: readonly SettingFinding[];
  /** Its variables with almost the name of a setting; absent when its variables could not be read. */
  readonly misspelt?: readonly SettingFinding[];
  /** Its EMAIL_SENDING_ACCOUNT; absent when its variables could not be read. */
  readonly emailSendingAccount?: SettingShown<"EMAIL_SENDING_ACCOUNT">;
  /** Its SIGN_IN; absent when its variables could not be read. */
  readonly signIn?: SettingShown<"SIGN_IN">;
}

/** Returns the parts of a function's configuration that rules read. */
export function lambdaFunction(
  configuration: FunctionConfiguration,
  triggers: readonly TriggerName[],
): LambdaFunction {
  const { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason } = configuration;
  const kept = { Runtime, Handler, Timeout, MemorySize, PackageType, State, StateReason };
  // Lambda returns an error in their place when the caller is not allowed to use the key that encrypts them.
  if (configuration.Environment?.Error) return kept;
  const variables = configuration.Environment?.Variables ?? {};
  const names = new Set(triggers.flatMap((trigger) => settingsOf(trigger)));
  return {
    ...kept,
    settings: settingFindings(variables, names),
    misspelt: misspeltSettings(variables),
    emailSendingAccount: settingIn("EMAIL_SENDING_ACCOUNT", variables),
    signIn: settingIn("SIGN_IN", variables),
  };
}

function settingIn<Name extends SettingName>(
  name: Name,
  variables: Readonly<Record<string, string>>,
): SettingShown<Name> {
  const text = variables[name];
  if (referenceIn(text ?? "")) return "stored";
  const result = checkedValue(name, text);
  // The table's kind is what the name's own type says.
  return "value" in result ? (result.value as SettingValue<Name>) : "invalid";
}
