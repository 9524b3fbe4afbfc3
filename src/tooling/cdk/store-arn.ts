import { ArnFormat, Reference, Stack, Token, Tokenization } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { SetupError } from "../../error/setup-error.ts";
import type { ReferenceTo, Reference as StoreReference } from "../../parameter/reference.ts";
import type { TokenText } from "./token-text.ts";

/**
 * Returns the ARN of a parameter, secret or configuration in an IAM policy.
 *
 * @throws SetupError when the text contains too little to build it
 */
export function storeArn(scope: IConstruct, reference: StoreReference, text: TokenText): string {
  switch (reference.store) {
    case "ssm":
      return parameterArn(scope, reference, text);
    case "secret":
      return secretArn(scope, reference, text);
    case "appconfig":
      return configurationArn(scope, reference, text);
  }
}

/** The ARN of an SSM parameter has no version or label. */
function parameterArn(scope: IConstruct, { name }: ReferenceTo<"ssm">, { restored }: TokenText): string {
  const [, arn] = /^(arn:(?:[^:]*:){4}[^:]+)/.exec(name) ?? [];
  if (arn !== undefined) return restored(arn);
  const [plain = ""] = name.split(":");
  // The ARN depends on whether the name begins with a slash, which a token does not show.
  if (plain.startsWith("CdkToken"))
    return arnOfToken(scope, restored(plain), "ssm: with the parameter's parameterArn");
  return Stack.of(scope).formatArn({
    service: "ssm",
    resource: "parameter",
    resourceName: restored(plain.replace(/^\//, "")),
  });
}

/**
 * The ARN of a secret ends in a hyphen and six random characters. A name, or an ARN made from one, does not
 * contain them: only they are wildcards.
 */
function secretArn(scope: IConstruct, { name }: ReferenceTo<"secret">, { restored }: TokenText): string {
  if (/^CdkToken\d+x$/.test(name))
    return arnOfToken(scope, restored(name), "secret: with the secret's secretArn");
  if (name.startsWith("arn:")) {
    return /(-[A-Za-z0-9]{6}|CdkToken\d+x)$/.test(name) ? restored(name) : `${restored(name)}-??????`;
  }
  return Stack.of(scope).formatArn({
    service: "secretsmanager",
    resource: "secret",
    resourceName: `${restored(name)}-??????`,
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
}

/** The ARN of an AppConfig profile in an environment consists of ids. A name that looks like an id is not detected. */
function configurationArn(
  scope: IConstruct,
  { application, environment, name }: ReferenceTo<"appconfig">,
  { restored }: TokenText,
): string {
  const invalidId = [application, environment, name].find((id) => !/^([a-z0-9]{4,7}|CdkToken\d+x)$/.test(id));
  if (invalidId !== undefined) {
    throw new SetupError(
      `${restored(invalidId)} is not an id: IAM identifies an AppConfig profile by ids, so write them, as in appconfig:abc1234/def5678/ghi9012.`,
    );
  }
  return Stack.of(scope).formatArn({
    service: "appconfig",
    resource: restored(`application/${application}/environment/${environment}/configuration/${name}`),
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
}

/** Returns a value that is only a token, if it can be an ARN. */
function arnOfToken(scope: IConstruct, value: string, write: string): string {
  const token = Tokenization.reverseCompleteString(value);
  const isName =
    token === undefined ||
    (Reference.isReference(token) &&
      token.displayName === "Ref" &&
      (token.target as { cfnResourceType?: string }).cfnResourceType === "AWS::SSM::Parameter") ||
    !looksLikeArn(Stack.of(scope).resolve(token));
  if (isName) {
    throw new SetupError(
      `An IAM policy needs an ARN, but this is a name or a part of an ARN: write ${write}.`,
    );
  }
  return Token.asString(token);
}

/** A join has to begin with `arn:`; a part of another value is not an ARN. */
function looksLikeArn(resolved: unknown): boolean {
  if (typeof resolved !== "object" || resolved === null) return String(resolved).startsWith("arn:");
  const [[how, what] = []] = Object.entries(resolved);
  if (how === "Fn::Join") return /^arn:/.test(String(what?.[1]?.[0]));
  return how !== "Fn::Select" && how !== "Fn::Split";
}
