import { arnIn } from "../aws/arn.ts";
import { type Attached, functionAs } from "./attached.ts";
import { describing } from "./describing.ts";
import type { Facts, FunctionFacts } from "./facts.ts";
import { inRegion, shellCommand } from "./shell-command.ts";
import type { Wanted } from "./wanted.ts";

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

/** What a variable names in a store is not asked for. */
export function senderAccount(facts: Facts): Wanted[] {
  const configuration = functionAs("custom-message", facts)?.configuration;
  if (configuration === undefined || configuration === "missing") return [];
  return [
    {
      key: "EMAIL_SENDING_ACCOUNT",
      what: "EMAIL_SENDING_ACCOUNT: it has to be what the pool's EmailSendingAccount is",
      why: "It names a store, and what is in a store is not asked for.",
      command: describing("describe-user-pool", facts.pool),
      isKnown: configuration.emailSendingAccount !== "in a store",
    },
  ];
}
