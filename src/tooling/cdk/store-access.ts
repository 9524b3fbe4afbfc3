import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Stack } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { type Reference, referenceIn, type Store } from "../../parameter/reference.ts";
import { configurationArn, parameterArn, secretArn } from "./store-arn.ts";
import { type TokenText, tokenText } from "./token-text.ts";

/** What reading a store takes: the actions, and the service in whose name KMS is asked to decrypt. */
const stores = {
  ssm: { actions: ["ssm:GetParameter"], service: "ssm" },
  secret: { actions: ["secretsmanager:GetSecretValue"], service: "secretsmanager" },
  appconfig: {
    actions: ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"],
    service: "appconfig",
  },
} as const satisfies Readonly<Record<Store, { actions: readonly string[]; service: string }>>;

/**
 * What a function may read: exactly the parameters, secrets and configurations that its variables name, and
 * with these keys decrypt them, through those services alone. The keys' own policies have to let the account
 * decide by IAM, as a key of CDK's does.
 *
 * @throws SetupError when it cannot be told which one a variable names
 */
export function storeAccess(
  scope: IConstruct,
  environment: Readonly<Record<string, string>>,
  decryptWith: readonly IKey[] = [],
): readonly PolicyStatement[] {
  const named = Object.values(environment).flatMap((value) => {
    const text = tokenText(value);
    const reference = referenceIn(text.text);
    return reference && "store" in reference ? { reference, text } : [];
  });
  const asked = (Object.keys(stores) as Store[]).filter((store) =>
    named.some(({ reference }) => reference.store === store),
  );
  const reading = asked.map(
    (store) =>
      new PolicyStatement({
        actions: [...stores[store].actions],
        resources: [
          ...new Set(
            named.flatMap(({ reference, text }) =>
              reference.store === store ? arnOf(scope, reference, text) : [],
            ),
          ),
        ],
      }),
  );
  if (asked.length === 0 || decryptWith.length === 0) return reading;
  const { region } = Stack.of(scope);
  const decrypting = new PolicyStatement({
    actions: ["kms:Decrypt"],
    resources: decryptWith.map(({ keyArn }) => keyArn),
    conditions: {
      StringEquals: {
        "kms:ViaService": asked.map((store) => `${stores[store].service}.${region}.amazonaws.com`),
      },
    },
  });
  return [...reading, decrypting];
}

function arnOf(scope: IConstruct, reference: Reference, text: TokenText): string {
  switch (reference.store) {
    case "ssm":
      return parameterArn(scope, reference, text);
    case "secret":
      return secretArn(scope, reference, text);
    case "appconfig":
      return configurationArn(scope, reference, text);
  }
}
