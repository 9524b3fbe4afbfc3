import type { LoopbackAws } from "../aws/loopback.ts";

/** A store with one value in it, of whose name and contents no error may tell anything: all hold `hidden`. */
export interface SampleStore {
  /** What a variable says to name the value. */
  readonly named: string;
  /** What fetches it. */
  readonly operation: string;
  /** What AWS answers when it is this text. */
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

/** AppConfig has to be asked for a session first. */
export const SESSION = "AppConfigData.StartConfigurationSession";

/** Makes the stores hold these texts. */
export function hold(aws: LoopbackAws, texts: Partial<Readonly<Record<keyof typeof stores, string>>>): void {
  aws.answer(SESSION, () => ({ InitialConfigurationToken: "first" }));
  for (const [store, text] of Object.entries(texts)) {
    const { operation, output } = stores[store as keyof typeof stores];
    aws.answer(operation, () => output(text));
  }
}

/** How often a store has been asked for its value. */
export function fetches(aws: LoopbackAws, { operation }: SampleStore): number {
  return aws.calls.filter((call) => call.operation === operation).length;
}
