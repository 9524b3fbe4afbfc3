import { resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { isObject, type Json } from "../json/json.ts";
import { type CliOutputKind, firstMismatch } from "./cli-output-kind.ts";
import { fileText } from "./file-text.ts";

/** The output of a command of the AWS CLI. */
export interface CliOutput {
  readonly is: Exclude<CliOutputKind, "bare pool">;
  readonly json: Json;
}

/** The keys that identify each command's output, the most specific first: a pool has `MfaConfiguration` too. */
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

/** The end of a message about a file in another format: YAML, a table, text, or a value of Python or JavaScript. */
export const PRINT_AS_JSON =
  "print it with `aws … --output json`, or from a program as JSON (in Python: `json.dumps(answer, default=str)`).";

/**
 * Reads a file, and finds out which command's output it is.
 *
 * @throws SetupError that names the file when it cannot be read, has the output of another command, or a value
 *   of a type that the command does not print
 */
export function readCliOutput(file: string, folder = ""): CliOutput {
  const json = jsonIn(file, folder);
  // `get-function` has one level more than `get-function-configuration`.
  const isNested = isObject(json.Configuration);
  const whole = isObject(json.Configuration) ? json.Configuration : json;
  const shape = shapes.find(({ keys }) => keys.every((key) => key in whole));
  if (!shape) {
    const commands = [...new Set(shapes.map(({ command }) => command))].join(", ");
    throw new SetupError(
      `${file} is not the output of a command that doctor reads. These are, each after "aws": ${commands}.`,
    );
  }
  const mismatch = firstMismatch(whole, shape.is);
  if (mismatch) throw new SetupError(`${file}: ${isNested ? "Configuration." : ""}${mismatch}.`);
  // `--query UserPool` leaves one level out.
  return shape.is === "bare pool" ? { is: "pool", json: { UserPool: whole } } : { is: shape.is, json: whole };
}

function jsonIn(file: string, folder: string): Json {
  let value: unknown;
  try {
    // Some commands print `null` for an absent value.
    value = JSON.parse(fileText(resolve(folder, file)), (_, each: unknown) => each ?? undefined);
  } catch (cause) {
    throw new SetupError(
      cause instanceof SyntaxError
        ? `${file} is not valid JSON: ${PRINT_AS_JSON}`
        : `${file} cannot be read: name a file with the output of an AWS CLI command.`,
    );
  }
  if (!isObject(value)) throw new SetupError(`${file} does not contain a JSON object: ${PRINT_AS_JSON}`);
  return value;
}
