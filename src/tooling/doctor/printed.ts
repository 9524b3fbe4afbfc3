import { readFileSync } from "node:fs";
import { SetupError } from "../../log/fault.ts";
import { isObject, type Json } from "../replay/raw-event.ts";

/** What a command of the AWS CLI printed. */
export interface Printed {
  readonly is: (typeof shapes)[number]["is"];
  readonly json: Json;
}

/** By which keys the answer of each command is known, the surest first. */
const shapes = [
  { is: "pool", command: "cognito-idp describe-user-pool", keys: ["UserPool"] },
  { is: "client", command: "cognito-idp describe-user-pool-client", keys: ["UserPoolClient"] },
  { is: "client list", command: "cognito-idp list-user-pool-clients", keys: ["UserPoolClients"] },
  { is: "mfa", command: "cognito-idp get-user-pool-mfa-config", keys: ["MfaConfiguration"] },
  { is: "function", command: "lambda get-function-configuration", keys: ["FunctionArn"] },
  { is: "policy", command: "lambda get-policy", keys: ["Policy"] },
  { is: "identity", command: "sesv2 get-email-identity", keys: ["VerifiedForSendingStatus"] },
  { is: "ses account", command: "sesv2 get-account", keys: ["ProductionAccessEnabled"] },
  { is: "ses account", command: "sesv2 get-account", keys: ["SendingEnabled"] },
  { is: "sms sandbox", command: "sns get-sms-sandbox-account-status", keys: ["IsInSandbox"] },
  { is: "origination numbers", command: "sns list-origination-numbers", keys: ["PhoneNumbers"] },
] as const;

/**
 * What is in a file, and which command printed it.
 *
 * @throws SetupError that names the file when it cannot be read, or is of another command
 */
export function printedIn(file: string): Printed {
  const json = jsonIn(file);
  // `get-function` has one level more than `get-function-configuration`.
  const whole = isObject(json.Configuration) ? json.Configuration : json;
  const shape = shapes.find(({ keys }) => keys.every((key) => key in whole));
  if (shape) return { is: shape.is, json: whole };
  const commands = [...new Set(shapes.map(({ command }) => command))].join(", ");
  throw new SetupError(
    `${file} is of no command that is known here. Known are, each after "aws": ${commands}.`,
  );
}

function jsonIn(file: string): Json {
  let value: unknown;
  try {
    value = JSON.parse(readFileSync(file, "utf8").replace(/^\ufeff/, ""));
  } catch (cause) {
    const why = cause instanceof SyntaxError ? "is no JSON" : "cannot be read";
    throw new SetupError(`${file} ${why}: name what a command of the AWS CLI printed.`);
  }
  if (!isObject(value)) throw new SetupError(`${file} holds no object.`);
  return value;
}
