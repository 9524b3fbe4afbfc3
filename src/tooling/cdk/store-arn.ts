import { ArnFormat, Reference, Stack, Token, Tokenization } from "aws-cdk-lib/core";
import type { IConstruct } from "constructs";
import { SetupError } from "../../error/setup-error.ts";
import type { ReferenceTo } from "../../parameter/reference.ts";
import type { TokenText } from "./token-text.ts";

/** The ARN that IAM knows an SSM parameter by: without a version or label. */
export function parameterArn(
  scope: IConstruct,
  { name }: ReferenceTo<"ssm">,
  { restored }: TokenText,
): string {
  const [, arn] = /^(arn:(?:[^:]*:){4}[^:]+)/.exec(name) ?? [];
  if (arn !== undefined) return restored(arn);
  const [plain = ""] = name.split(":");
  // Whether a name begins with a slash decides its ARN, and a token does not show it.
  if (plain.startsWith("CdkToken"))
    return arnOfToken(scope, restored(plain), "ssm: with the parameter's parameterArn");
  return Stack.of(scope).formatArn({
    service: "ssm",
    resource: "parameter",
    resourceName: restored(plain.replace(/^\//, "")),
  });
}

/**
 * The ARN that IAM knows a secret by. It ends in a hyphen and six characters that Secrets Manager has chosen,
 * and that neither a name nor an ARN made of one has: they are all that is left open.
 */
export function secretArn(
  scope: IConstruct,
  { name }: ReferenceTo<"secret">,
  { restored }: TokenText,
): string {
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

/**
 * The ARN of an AppConfig profile as deployed to an environment. It is made of their ids; a name that looks
 * like an id cannot be told from one.
 */
export function configurationArn(
  scope: IConstruct,
  { application, environment, name }: ReferenceTo<"appconfig">,
  { restored }: TokenText,
): string {
  const noId = [application, environment, name].find((id) => !/^([a-z0-9]{4,7}|CdkToken\d+x)$/.test(id));
  if (noId !== undefined) {
    throw new SetupError(
      `An AppConfig profile has to be named by ids here, as in appconfig:abc1234/def5678/ghi9012: IAM allows by ids alone, and ${restored(noId)} is none.`,
    );
  }
  return Stack.of(scope).formatArn({
    service: "appconfig",
    resource: restored(`application/${application}/environment/${environment}/configuration/${name}`),
    arnFormat: ArnFormat.NO_RESOURCE_NAME,
  });
}

/** What is nothing but a token, if it is an ARN for all that can be seen. */
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
      `IAM allows by ARN, and what is known here is a name or no more than a part of one: write ${write}.`,
    );
  }
  return Token.asString(token);
}

/** A join begins with the ARN's first word; a piece cut out of something is no ARN. */
function looksLikeArn(resolved: unknown): boolean {
  if (typeof resolved !== "object" || resolved === null) return String(resolved).startsWith("arn:");
  const [[how, what] = []] = Object.entries(resolved);
  if (how === "Fn::Join") return /^arn:/.test(String(what?.[1]?.[0]));
  return how !== "Fn::Select" && how !== "Fn::Split";
}
