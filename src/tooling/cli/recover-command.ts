import * as cognito from "@aws-sdk/client-cognito-identity-provider";
import {
  type CallRecord,
  type ConfirmForgotPasswordResult,
  overSdk,
  recoveryClient,
} from "../../client/recovery-client.ts";
import { sentenceFor } from "../../client/sentence-for.ts";
import { SetupError } from "../../error/setup-error.ts";
import type { Metadata, MetadataSchema } from "../../trigger/metadata.ts";
import { missingSetting } from "../aws/call-aws.ts";
import { readMetadataSchema } from "../templates/metadata-schema.ts";
import { inkFor } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import { answerTo } from "./answer-to.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";

export interface RecoverOptions {
  readonly clientId: string;
  readonly username: string;
  readonly metadata: readonly string[];
  readonly endpoint?: string;
  readonly region?: string;
  readonly profile?: string;
}

/** After these the person can type it once more. */
const correctable: ReadonlySet<ConfirmForgotPasswordResult["is"]> = new Set([
  "invalid-code",
  "invalid-password",
  "used-password",
]);

/** `recover`: 0 when the code was requested, and on a terminal the new password was set; 1 when it was not. */
export async function recoverCommand(options: RecoverOptions, io: Io): Promise<0 | 1> {
  const ink = inkFor(io.stdout, io.environment);
  const { clientId, username, endpoint, region, profile } = options;
  const { CLIENT_SECRET } = io.environment;
  const metadata = metadataIn(options.metadata);
  const client = recoveryClient<MetadataSchema>({
    send: overSdk(
      new cognito.CognitoIdentityProviderClient({
        // An address needs no Region, but the SDK requires one.
        ...(endpoint && { endpoint, region: "local" }),
        ...(region && { region }),
        ...(profile && { profile }),
      }),
      cognito,
    ),
    clientId,
    ...(CLIENT_SECRET && { clientSecret: CLIENT_SECRET }),
    metadata: await schemaOf(io.cwd),
    log: ({ operation, is, error, dropped }: CallRecord) => {
      const missing = missingSetting(error);
      if (missing) throw new SetupError(missing.message);
      print(io, `${operation}  ${ink(is === "sent" || is === "done" ? "good" : "bad", is)}`);
      if (dropped.length > 0) print(io, `  not sent, as the triggers would drop it: ${dropped.join(", ")}`);
      if (error instanceof Error) print(io, `  error  ${printable(`${error.name}: ${error.message}`)}`);
    },
  });

  const requested = await client.forgotPassword(username, { metadata });
  print(io, `  an app says  ${printable(sentenceFor(requested))}`);
  if (requested.is !== "sent") return 1;
  const { Destination, DeliveryMedium } = requested.delivery ?? {};
  if (Destination) print(io, `  to ${printable(`${Destination} (${DeliveryMedium})`)}`);
  if (!io.stdin.isTTY || !io.stdout.isTTY) return 0;
  for (;;) {
    const code = await answerTo("Code (Enter to stop): ", io);
    if (code.trim() === "") return 1;
    const password = await answerTo("New password: ", io, true);
    const set = await client.confirmForgotPassword(username, code, password, { metadata });
    print(io, `  an app says  ${printable(sentenceFor(set))}`);
    if (!correctable.has(set.is)) return set.is === "done" ? 0 : 1;
  }
}

const anything: MetadataSchema = {
  "~standard": {
    version: 1,
    vendor: "cognito-recovery",
    validate: (value) => ({ value: value as Metadata }),
  },
};

/** Returns the schema of the project's triggers; where there is none, one that accepts everything. */
async function schemaOf(root: string): Promise<MetadataSchema> {
  const read = await readMetadataSchema(root);
  if (read === undefined) return anything;
  if ("unreadable" in read) throw new SetupError(`triggers/client-metadata.ts: ${read.unreadable.message}`);
  return read.validator;
}

function metadataIn(pairs: readonly string[]): Metadata {
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, key, value] = /^([^=]+)=(.*)$/s.exec(pair) ?? [];
      if (key === undefined) throw new SetupError(`--metadata should be of the form key=value, not ${pair}`);
      return [key, value];
    }),
  );
}
