import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import { appClientIn } from "../doctor/app-client.ts";
import type { AppClient, Facts, FunctionFacts, Pool, PoolMfa } from "../doctor/facts.ts";
import { lambdaFunction } from "../doctor/lambda-function.ts";
import { isObject, type Json } from "../replay/raw-event.ts";
import { isIntrinsic, withoutIntrinsics } from "./resource-properties.ts";

/** Properties of resources, as a template has them. */
export interface PoolResources {
  readonly pool: Json;
  /** The pool's app clients, by their names in the template. */
  readonly clients: Readonly<Record<string, Json>>;
  readonly functions: ReadonlyMap<TriggerName, Json>;
}

/** What of a pool the rules compare with words: where it is known at deployment only, nothing can be judged. */
const compared = [
  "AccountRecoverySetting",
  "AliasAttributes",
  "AutoVerifiedAttributes",
  "EnabledMfas",
  "MfaConfiguration",
  "UsernameAttributes",
] as const;

/** The properties of a pool that the rules need and that are known at deployment only. */
export function unresolvedProperties(pool: Json): readonly string[] {
  const { EmailConfiguration, SmsConfiguration } = pool;
  const email = isObject(EmailConfiguration) ? EmailConfiguration : {};
  return [
    ...compared.filter((name) => hasIntrinsic(pool[name])),
    ...(isIntrinsic(email) || isIntrinsic(email.EmailSendingAccount)
      ? ["EmailConfiguration.EmailSendingAccount"]
      : []),
    ...(isIntrinsic(SmsConfiguration) ? ["SmsConfiguration"] : []),
  ];
}

/**
 * The facts that doctor judges, of a pool that a template makes. Names and ARNs that are known at deployment
 * only have a text in their place; the pool has no triggers but those of `functions`, and its own senders.
 */
export function templateFacts({ pool, clients, functions }: PoolResources): Facts {
  const known = withoutIntrinsics(pool, LATER) as Json & Pool;
  const { CustomEmailSender, CustomSMSSender } = known.LambdaConfig ?? {};
  const LambdaConfig = {
    ...Object.fromEntries([...functions.keys()].map((trigger) => [poolTriggers[trigger], trigger])),
    ...(CustomEmailSender && { CustomEmailSender }),
    ...(CustomSMSSender && { CustomSMSSender }),
  };
  return {
    pool: { ...known, Id: LATER, Arn: LATER, LambdaConfig },
    ours: [...functions.keys()],
    ...mfaIn(known),
    clients: Object.entries(clients).map(([name, client]) => clientIn(name, client)),
    functions: new Map([...functions].map(([trigger, each]) => [trigger, functionIn(trigger, each)])),
  };
}

const LATER = "known-at-deployment";

function hasIntrinsic(value: unknown): boolean {
  return JSON.stringify(value) !== JSON.stringify(withoutIntrinsics(value, LATER));
}

function mfaIn({ EnabledMfas, MfaConfiguration }: Json & Pool): { readonly mfa?: PoolMfa } {
  if (!Array.isArray(EnabledMfas)) return {};
  return {
    mfa: {
      MfaConfiguration,
      ...(EnabledMfas.includes("SMS_MFA") && { SmsMfaConfiguration: {} }),
      ...(EnabledMfas.includes("EMAIL_OTP") && { EmailMfaConfiguration: {} }),
      SoftwareTokenMfaConfiguration: { Enabled: EnabledMfas.includes("SOFTWARE_TOKEN_MFA") },
    },
  };
}

function clientIn(name: string, client: Json): AppClient {
  return appClientIn({ ...(withoutIntrinsics(client, LATER) as Json), ClientId: name });
}

function functionIn(trigger: TriggerName, properties: Json): FunctionFacts {
  // A variable that is known at deployment only is as unknown as what is in a store.
  const configuration = withoutIntrinsics(properties, `secret:${LATER}`) as Json;
  return { configuration: lambdaFunction(configuration, [trigger]) };
}
