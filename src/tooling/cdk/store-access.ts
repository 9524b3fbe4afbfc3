import { PolicyStatement } from "aws-cdk-lib/aws-iam";
import type { IKey } from "aws-cdk-lib/aws-kms";
import { Stack } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { referenceIn, type Store } from "../../parameter/reference.ts";
import { storeArn } from "./store-arn.ts";
import { tokenText } from "./token-text.ts";

/** The actions that read a store, and the service through which KMS decrypts. */
const stores = {
  ssm: { actions: ["ssm:GetParameter"], service: "ssm" },
  secret: { actions: ["secretsmanager:GetSecretValue"], service: "secretsmanager" },
  appconfig: {
    actions: ["appconfig:StartConfigurationSession", "appconfig:GetLatestConfiguration"],
    service: "appconfig",
  },
} as const satisfies Readonly<Record<Store, { actions: readonly string[]; service: string }>>;

/**
 * Returns the statements that permit a function to read exactly the parameters, secrets and configurations that
 * its variables name, and to decrypt them with these keys through those services only. The keys' policies have to
 * delegate to IAM, as those of CDK's keys do.
 *
 * @throws SetupError when the ARN of a store that a variable names is not known
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
  const used = (Object.keys(stores) as Store[]).filter((store) =>
    named.some(({ reference }) => reference.store === store),
  );
  const reading = used.map(
    (store) =>
      new PolicyStatement({
        actions: [...stores[store].actions],
        resources: [
          ...new Set(
            named.flatMap(({ reference, text }) =>
              reference.store === store ? storeArn(scope, reference, text) : [],
            ),
          ),
        ],
      }),
  );
  if (used.length === 0 || decryptWith.length === 0) return reading;
  const { region } = Stack.of(scope);
  const decrypting = new PolicyStatement({
    actions: ["kms:Decrypt"],
    resources: decryptWith.map(({ keyArn }) => keyArn),
    conditions: {
      StringEquals: {
        "kms:ViaService": used.map((store) => `${stores[store].service}.${region}.amazonaws.com`),
      },
    },
  });
  return [...reading, decrypting];
}
