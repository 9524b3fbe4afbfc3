import { type SettingName, settings } from "../../parameter/settings.ts";
import { arnIn } from "../aws/arn.ts";
import { type Attached, functionAs } from "./attached.ts";
import { describing } from "./describe-command.ts";
import type { Facts, FunctionFacts } from "./facts.ts";
import type { Wanted } from "./missing-facts.ts";
import { inRegion, shellCommand } from "./shell-command.ts";

/** What is wanted of a function that the pool invokes. */
export function wantedOfFunction(
  { arn, subject, triggers }: Attached,
  { configuration, policy }: FunctionFacts,
): Wanted[] {
  if (configuration === "missing") return [];
  const ask = (operation: string) =>
    shellCommand("aws", "lambda", operation, "--function-name", arn, ...inRegion(arnIn(arn).region));
  return [
    {
      key: `function ${arn}`,
      what: `the function of ${subject}`,
      command: ask("get-function-configuration"),
      isKnown: configuration !== undefined,
    },
    {
      key: `variables ${arn}`,
      what: `the settings of ${subject}`,
      why: "Lambda may not use the key that its variables are encrypted with, or these credentials may not.",
      command: ask("get-function-configuration"),
      isKnown: configuration === undefined || triggers.length === 0 || configuration.settings !== undefined,
    },
    {
      key: `policy ${arn}`,
      what: `who may invoke ${subject}`,
      command: ask("get-policy"),
      isKnown: policy !== undefined,
    },
  ];
}

/** The settings that have to fit the pool, where a variable names a store: what is in it is not asked for. */
export function settingsInStores(facts: Facts): Wanted[] {
  const setting = (name: SettingName, has: string, isKnown: boolean): Wanted => ({
    key: name,
    what: `${name}: it has to be what the pool's ${has}`,
    why: "It names a store, and what is in a store is not asked for.",
    command: describing("describe-user-pool", facts.pool),
    isKnown,
  });
  const sender = functionAs("custom-message", facts)?.configuration;
  const readers = settings.SIGN_IN.readBy.map((trigger) => functionAs(trigger, facts)?.configuration);
  const isStored = (name: "emailSendingAccount" | "signIn", configuration: FunctionFacts["configuration"]) =>
    configuration !== undefined && configuration !== "missing" && configuration[name] === "in a store";
  return [
    setting("EMAIL_SENDING_ACCOUNT", "EmailSendingAccount is", !isStored("emailSendingAccount", sender)),
    setting(
      "SIGN_IN",
      "UsernameAttributes and AliasAttributes ask for (docs/operations.md)",
      !readers.some((each) => isStored("signIn", each)),
    ),
  ];
}
