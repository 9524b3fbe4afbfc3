import type { LoopbackAws } from "../aws/loopback.ts";

/** A store with one value. Name and value hold `hidden`, which no error may repeat. */
export interface SampleStore {
  /** The text of a variable that names the value. */
  readonly named: string;
  /** The operation that fetches it. */
  readonly operation: string;
  /** The answer of AWS when the value is this text. */
  output(text: string): Readonly<Record<string, unknown>>;
}

export const stores = {
  ssm: {
    named: "ssm:/hidden/name",
    operation: "SSM.GetParameter",
    output: (Value) => ({ Parameter: { Name: "/hidden/name", Type: "SecureString", Value } }),
  },
  secret: {
    named: "secret:hidden/name",
    operation: "SecretsManager.GetSecretValue",
    output: (SecretString) => ({ Name: "hidden/name", SecretString }),
  },
  appconfig: {
    named: "appconfig:hidden-a/hidden-e/hidden-p",
    operation: "AppConfigData.GetLatestConfiguration",
    output: (text) => ({ Configuration: Buffer.from(text), NextPollConfigurationToken: "next" }),
  },
} as const satisfies Readonly<Record<string, SampleStore>>;

/** AppConfig requires a session first. */
export const SESSION = "AppConfigData.StartConfigurationSession";

/** Makes the stores hold these texts. */
export function hold(aws: LoopbackAws, texts: Partial<Readonly<Record<keyof typeof stores, string>>>): void {
  aws.answer(SESSION, () => ({ InitialConfigurationToken: "first" }));
  for (const [store, text] of Object.entries(texts)) {
    const { operation, output } = stores[store as keyof typeof stores];
    aws.answer(operation, () => output(text));
  }
}

/** Returns how often a store's value has been fetched. */
export function fetches(aws: LoopbackAws, { operation }: SampleStore): number {
  return aws.calls.filter((call) => call.operation === operation).length;
}
