import { resolve } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { isObject, type Json } from "../replay/raw-event.ts";
import { fileText } from "./file-text.ts";
import { misfitIn, type PrintedKind } from "./printed-kinds.ts";

/** What a command of the AWS CLI printed. */
export interface Printed {
  readonly is: Exclude<PrintedKind, "bare pool">;
  readonly json: Json;
}

/** By which keys the answer of each command is known, the surest first: a pool has its MFA too. */
const shapes = [
  { is: "pool", command: "cognito-idp describe-user-pool", keys: ["UserPool"] },
  { is: "bare pool", command: "cognito-idp describe-user-pool", keys: ["Id", "Arn"] },
  { is: "bare pool", command: "cognito-idp describe-user-pool", keys: ["SchemaAttributes"] },
  { is: "client", command: "cognito-idp describe-user-pool-client", keys: ["UserPoolClient"] },
  { is: "client list", command: "cognito-idp list-user-pool-clients", keys: ["UserPoolClients"] },
  { is: "user list", command: "cognito-idp list-users", keys: ["Users"] },
  { is: "user", command: "cognito-idp admin-get-user", keys: ["UserStatus"] },
  { is: "mfa", command: "cognito-idp get-user-pool-mfa-config", keys: ["MfaConfiguration"] },
  { is: "function", command: "lambda get-function-configuration", keys: ["FunctionArn"] },
  { is: "policy", command: "lambda get-policy", keys: ["Policy"] },
  { is: "identity", command: "sesv2 get-email-identity", keys: ["VerifiedForSendingStatus"] },
  { is: "ses account", command: "sesv2 get-account", keys: ["ProductionAccessEnabled"] },
  { is: "ses account", command: "sesv2 get-account", keys: ["SendingEnabled"] },
  { is: "sms sandbox", command: "sns get-sms-sandbox-account-status", keys: ["IsInSandbox"] },
  {
    is: "sms account",
    command: "pinpoint-sms-voice-v2 describe-account-attributes",
    keys: ["AccountAttributes"],
  },
  { is: "origination numbers", command: "sns list-origination-numbers", keys: ["PhoneNumbers"] },
] as const;

/** How to print what YAML, a table, text, or a value of Python or JavaScript was printed of. */
export const AS_JSON =
  "print it with `aws … --output json`, or from a program as JSON (in Python: `json.dumps(answer, default=str)`).";

/**
 * What is in a file, and which command printed it.
 *
 * @throws SetupError that names the file when it cannot be read, is of another command, or has a value of a
 *   kind that the command does not print
 */
export function printedIn(file: string, folder = ""): Printed {
  const json = jsonIn(file, folder);
  // `get-function` has one level more than `get-function-configuration`.
  const isNested = isObject(json.Configuration);
  const whole = isObject(json.Configuration) ? json.Configuration : json;
  const shape = shapes.find(({ keys }) => keys.every((key) => key in whole));
  if (!shape) {
    const commands = [...new Set(shapes.map(({ command }) => command))].join(", ");
    throw new SetupError(
      `${file} is of no command that is known here. Known are, each after "aws": ${commands}.`,
    );
  }
  const misfit = misfitIn(whole, shape.is);
  if (misfit) throw new SetupError(`${file}: ${isNested ? "Configuration." : ""}${misfit}.`);
  // `--query UserPool` leaves one level out.
  return shape.is === "bare pool" ? { is: "pool", json: { UserPool: whole } } : { is: shape.is, json: whole };
}

function jsonIn(file: string, folder: string): Json {
  let value: unknown;
  try {
    // What is null is not there: some commands print it so.
    value = JSON.parse(fileText(resolve(folder, file)), (_, each: unknown) => each ?? undefined);
  } catch (cause) {
    throw new SetupError(
      cause instanceof SyntaxError
        ? `${file} is no JSON: ${AS_JSON}`
        : `${file} cannot be read: name what a command of the AWS CLI printed.`,
    );
  }
  if (!isObject(value)) throw new SetupError(`${file} holds no object: ${AS_JSON}`);
  return value;
}
