import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { ask } from "../aws/call-aws.ts";
import type { RawEvent } from "../replay/raw-event.ts";

/** What a deployed function makes of an event. */
export type Invoked = { readonly answer: unknown } | { readonly failed: string };

/** Invokes a function as Cognito does: at once, and waiting for the answer. */
export async function invoked(lambda: LambdaClient, arn: string, event: RawEvent): Promise<Invoked> {
  const command = new InvokeCommand({ FunctionName: arn, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await ask("lambda:InvokeFunction", lambda.send(command));
  const text = Buffer.from(Payload ?? []).toString("utf8");
  const answer = json(text);
  if (FunctionError === undefined)
    return answer === undefined ? { failed: "it answered no JSON" } : { answer };
  const { errorType, errorMessage } = (answer ?? {}) as { errorType?: unknown; errorMessage?: unknown };
  return {
    failed: [errorType, errorMessage].filter((part) => typeof part === "string").join(": ") || FunctionError,
  };
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
