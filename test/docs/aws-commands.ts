import { services } from "../aws/services.ts";
import { requiredMembers } from "../aws/shape.ts";

/** The AWS CLI's names of the SDK's services. The CLI's options are the members of the SDK's model. */
const names: Readonly<Record<string, string>> = {
  "cognito-idp": "CognitoIdentityProvider",
  cloudformation: "CloudFormation",
  lambda: "Lambda",
  sesv2: "SESv2",
  sns: "SNS",
};

/** Commands that are the AWS CLI's own, and their options that we use. https://docs.aws.amazon.com/cli/latest/reference/ */
const ownCommands: Readonly<Record<string, readonly string[]>> = {
  "sso login": ["profile"],
  "pinpoint-sms-voice-v2 describe-account-attributes": [],
  "s3 cp": ["recursive", "exclude"],
  "logs tail": ["since", "follow", "format"],
  "cloudformation deploy": [
    "template-file",
    "stack-name",
    "parameter-overrides",
    "capabilities",
    "s3-bucket",
  ],
};

const everywhere = ["query", "output", "region", "profile", "debug", "cli-input-json", "no-cli-pager"];

/** Returns the mistakes in a command line that begins with `aws`. */
export function faultsOf(line: string, isWhole: boolean): string[] {
  const words = line.replace(/\\\n/g, " ").trim().split(/\s+/);
  const [, service = "", operation = ""] = words;
  const given = words.filter((word) => word.startsWith("--")).map((word) => word.slice(2).replace(/=.*/, ""));
  const options = optionsOf(service, operation);
  if (!options) return [`the AWS CLI has no ${service} ${operation}`];
  const known = new Set([...options.all, ...everywhere]);
  return [
    ...given
      .filter((option) => !known.has(option))
      .map((option) => `${service} ${operation} has no --${option}`),
    ...options.required
      .filter((option) => isWhole && !given.includes(option))
      .map((option) => `${service} ${operation} needs --${option}`),
  ];
}

function optionsOf(service: string, operation: string) {
  const own = ownCommands[`${service} ${operation}`];
  if (own) return { all: own, required: [] };
  const operationName = `${names[service]}.${operation.replaceAll("-", "")}`.toLowerCase();
  const found = services
    .flatMap(({ operations }) => operations)
    .find(({ name }) => name.toLowerCase() === operationName);
  if (!found) return undefined;
  const members = found.input.isUnitSchema()
    ? []
    : [...found.input.structIterator()].map(([member]) => kebab(member));
  return {
    all: members.flatMap((each) => [each, `no-${each}`]),
    required: requiredMembers(found.input).map(kebab),
  };
}

/** Returns a member's name as an option of the AWS CLI. */
function kebab(member: string): string {
  return member
    .replace(/([^-])([A-Z][a-z]+)/g, "$1-$2")
    .replace(/([a-z0-9])([A-Z])/g, "$1-$2")
    .toLowerCase();
}
