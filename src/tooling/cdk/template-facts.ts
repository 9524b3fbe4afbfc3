import { poolTriggers, type TriggerName } from "../aws/pool-triggers.ts";
import { type AppClient, appClientFrom } from "../doctor/app-client.ts";
import type { Facts, FunctionFacts, Pool, PoolMfa } from "../doctor/facts.ts";
import { lambdaFunction } from "../doctor/lambda-function.ts";
import { isObject, type Json } from "../json/json.ts";
import { isIntrinsic, withoutIntrinsics } from "./resource-properties.ts";

/** The properties of a pool's resources in a template. */
export interface PoolResources {
  readonly pool: Json;
  /** The pool's app clients, by their names in the template. */
  readonly clients: Readonly<Record<string, Json>>;
  readonly functions: ReadonlyMap<TriggerName, Json>;
}

/** The properties whose values the rules compare: while one is unresolved, the pool cannot be checked. */
const compared = [
  "AccountRecoverySetting",
  "AliasAttributes",
  "AutoVerifiedAttributes",
  "EnabledMfas",
  "MfaConfiguration",
  "UsernameAttributes",
] as const;

/** Returns the properties that the rules need and that are known only at deployment. */
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
 * Returns doctor's facts of a pool in a template. Names and ARNs that are known only at deployment are
 * placeholders; the pool's triggers are those of `functions` and its custom senders.
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
    expectedTriggers: [...functions.keys()],
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
  return appClientFrom({ ...(withoutIntrinsics(client, LATER) as Json), ClientId: name });
}

function functionIn(trigger: TriggerName, properties: Json): FunctionFacts {
  // A variable that is known only at deployment is treated as one that names a store.
  const configuration = withoutIntrinsics(properties, `secret:${LATER}`) as Json;
  return { configuration: lambdaFunction(configuration, [trigger]) };
}
