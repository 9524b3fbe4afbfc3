import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import type {
  CognitoIdentityProviderClient,
  ServiceInputTypes,
  ServiceOutputTypes,
} from "@aws-sdk/client-cognito-identity-provider";

type Command<I extends ServiceInputTypes, O extends ServiceOutputTypes> = Parameters<
  typeof CognitoIdentityProviderClient.prototype.send<I, O>
>[0];

/**
 * Sends a command, and returns the SDK's output together with the JSON of the answer. The SDK drops settings that
 * its version does not know, and an update would not send those back.
 */
export async function withJson<I extends ServiceInputTypes, O extends ServiceOutputTypes>(
  client: CognitoIdentityProviderClient,
  command: Command<I, O>,
): Promise<{ readonly output: O; readonly json: unknown }> {
  let json: unknown;
  command.middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const response = result.response as { statusCode?: number; body?: unknown };
      const bytes = await buffer(response.body as Readable);
      response.body = Readable.from([bytes]);
      if (response.statusCode === 200) json = JSON.parse(bytes.toString("utf8"));
      return result;
    },
    { step: "deserialize", priority: "low", name: "keepsJson" },
  );
  return { output: await client.send(command), json };
}
