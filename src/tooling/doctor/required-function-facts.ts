import { type SettingName, settings } from "../../parameter/settings.ts";
import { arnIn } from "../aws/arn.ts";
import { type Attached, functionAs } from "./attached.ts";
import { describeCommand } from "./describe-command.ts";
import type { Facts, FunctionFacts } from "./facts.ts";
import type { RequiredFact } from "./required-fact.ts";
import { regionOption, shellCommand } from "./shell-command.ts";

/** Returns the facts that rules require of a function that the pool invokes. */
export function requiredFunctionFacts(
  { arn, subject, triggers }: Attached,
  { configuration, policy }: FunctionFacts,
): RequiredFact[] {
  if (configuration === "missing") return [];
  const command = (operation: string) =>
    shellCommand("aws", "lambda", operation, "--function-name", arn, ...regionOption(arnIn(arn).region));
  return [
    {
      key: `function ${arn}`,
      fact: `the function of ${subject}`,
      command: command("get-function-configuration"),
      isKnown: configuration !== undefined,
    },
    {
      key: `variables ${arn}`,
      fact: `the settings of ${subject}`,
      reason: "Lambda, or these credentials, are not allowed to use the key that encrypts its variables.",
      command: command("get-function-configuration"),
      isKnown: configuration === undefined || triggers.length === 0 || configuration.settings !== undefined,
    },
    {
      key: `policy ${arn}`,
      fact: `who may invoke ${subject}`,
      command: command("get-policy"),
      isKnown: policy !== undefined,
    },
  ];
}

/** Returns the settings that have to match the pool; not known where a variable names a store, which is never read. */
export function requiredSettingFacts(facts: Facts): RequiredFact[] {
  const setting = (name: SettingName, expected: string, isKnown: boolean): RequiredFact => ({
    key: name,
    fact: `${name}: it has to be what the pool's ${expected}`,
    reason: "Its variable names a store, and doctor does not read stores.",
    command: describeCommand("describe-user-pool", facts.pool),
    isKnown,
  });
  const sender = functionAs("custom-message", facts)?.configuration;
  const readers = settings.SIGN_IN.readBy.map((trigger) => functionAs(trigger, facts)?.configuration);
  const isStored = (name: "emailSendingAccount" | "signIn", configuration: FunctionFacts["configuration"]) =>
    configuration !== undefined && configuration !== "missing" && configuration[name] === "stored";
  return [
    setting("EMAIL_SENDING_ACCOUNT", "EmailSendingAccount is", !isStored("emailSendingAccount", sender)),
    setting(
      "SIGN_IN",
      "UsernameAttributes and AliasAttributes require (docs/operations.md)",
      !readers.some((each) => isStored("signIn", each)),
    ),
  ];
}
