import { arnIn } from "./arn.ts";
import { type Attached, attachedTo, functionAs, isAttached } from "./attached.ts";
import type { Facts, FunctionFacts, Pool } from "./facts.ts";
import { recoveryContacts } from "./recovery-contacts.ts";
import { sesIdentity } from "./rules/email-delivery.ts";
import { smsRegion } from "./rules/sms.ts";
import { shellCommand } from "./shell-command.ts";

/** Something that a rule looks at, and is not known. */
export interface Unseen {
  readonly what: string;
  /** Why not, as a sentence. */
  readonly why: string;
  /** What tells it. */
  readonly command: string;
}

/** Why something could not be learnt, by its key. */
export type Whys = ReadonlyMap<string, string>;

interface Wanted {
  /** By which a reason is found: the operation, and whose. */
  readonly key: string;
  readonly what: string;
  readonly command: string;
  readonly isKnown: boolean;
  /** Why not, where that is always the same. */
  readonly why?: string;
}

/** What the rules would look at for this pool, and does not stand in the facts. */
export function unseenIn(facts: Facts, whys: Whys, otherwise: string): Unseen[] {
  return [
    ...cognitoFacts(facts),
    ...attachedTo(facts.pool).flatMap((each) => functionFacts(each, facts.functions.get(each.arn) ?? {})),
    ...senderAccount(facts),
    ...sesFacts(facts),
    ...snsFacts(facts),
    ...returnedAttributes(facts),
  ].flatMap(({ key, what, command, isKnown, why = otherwise }) =>
    isKnown ? [] : [{ what, why: whys.get(key) ?? why, command }],
  );
}

function cognitoFacts({ pool, mfa, clientIds, clients }: Facts): Wanted[] {
  const described = new Set(clients.map(({ ClientId }) => ClientId));
  return [
    {
      key: "mfa",
      what: "MFA",
      command: cognito("get-user-pool-mfa-config", pool),
      isKnown: mfa !== undefined || pool.MfaConfiguration === "OFF",
    },
    {
      key: "clients",
      what: clients.length === 0 ? "app clients" : "whether there are other app clients",
      command: cognito("list-user-pool-clients", pool),
      isKnown: clientIds !== undefined,
    },
    ...(clientIds ?? []).map((id) => ({
      key: `client ${id}`,
      what: `app client ${id}`,
      command: cognito("describe-user-pool-client", pool, "--client-id", id),
      isKnown: described.has(id),
    })),
  ];
}

function functionFacts(
  { arn, subject, triggers }: Attached,
  { configuration, policy }: FunctionFacts,
): Wanted[] {
  if (configuration === "missing") return [];
  const ask = (operation: string) =>
    shellCommand("aws", "lambda", operation, "--function-name", arn, "--region", arnIn(arn).region);
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
function senderAccount(facts: Facts): Wanted[] {
  const configuration = functionAs("custom-message", facts)?.configuration;
  if (configuration === undefined || configuration === "missing") return [];
  return [
    {
      key: "EMAIL_SENDING_ACCOUNT",
      what: "EMAIL_SENDING_ACCOUNT: it has to be what the pool's EmailSendingAccount is",
      why: "It names a store, and what is in a store is not asked for.",
      command: cognito("describe-user-pool", facts.pool),
      isKnown: configuration.emailSendingAccount !== "in a store",
    },
  ];
}

function sesFacts(facts: Facts): Wanted[] {
  const identity = sesIdentity(facts);
  if (!identity || !recoveryContacts(facts.pool).includes("email")) return [];
  const ask = (...words: string[]) => shellCommand("aws", "sesv2", ...words, "--region", identity.region);
  return [
    {
      key: "identity",
      what: `the SES identity ${identity.name}`,
      command: ask("get-email-identity", "--email-identity", identity.name),
      isKnown: facts.identity !== undefined,
    },
    {
      key: "ses account",
      what: "whether SES sends for the account",
      command: ask("get-account"),
      isKnown: facts.sesAccount !== undefined,
    },
  ];
}

function snsFacts(facts: Facts): Wanted[] {
  const region = smsRegion(facts);
  if (!region || !recoveryContacts(facts.pool).includes("phone_number")) return [];
  const ask = (operation: string) => shellCommand("aws", "sns", operation, "--region", region);
  return [
    {
      key: "sms sandbox",
      what: "whether the account is in the SMS sandbox",
      command: ask("get-sms-sandbox-account-status"),
      isKnown: facts.isInSmsSandbox !== undefined,
    },
    {
      key: "origination numbers",
      what: "the numbers that SMS are sent from",
      command: ask("list-origination-numbers"),
      isKnown: facts.originationNumbers !== undefined,
    },
  ];
}

function returnedAttributes({ pool, returned }: Facts): Wanted[] {
  return [
    {
      key: "returned",
      what: "the attributes that the migration returns, against the pool's schema",
      command: "cognito-recovery build, then doctor again; or name them: --attribute email custom:tier",
      isKnown: returned !== undefined || !isAttached("user-migration", pool),
    },
  ];
}

function cognito(operation: string, { Id }: Pool, ...options: string[]): string {
  const region = Id.replace(/_.*/s, "");
  return shellCommand(
    ...["aws", "cognito-idp", operation, "--user-pool-id", Id],
    ...[...options, "--region", region],
  );
}
