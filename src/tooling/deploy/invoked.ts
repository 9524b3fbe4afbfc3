import { InvokeCommand, type LambdaClient } from "@aws-sdk/client-lambda";
import { callAws } from "../aws/call-aws.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";

/** The result of an invocation: the answer, or how it failed. */
export type Invoked = { readonly answer: unknown } | { readonly failed: string };

/** Invokes a function as Cognito does: synchronously. */
export async function invoked(lambda: LambdaClient, arn: string, event: RawEvent): Promise<Invoked> {
  const command = new InvokeCommand({ FunctionName: arn, Payload: Buffer.from(JSON.stringify(event)) });
  const { FunctionError, Payload } = await callAws("lambda:InvokeFunction", lambda.send(command));
  const text = Buffer.from(Payload ?? []).toString("utf8");
  const answer = json(text);
  if (FunctionError === undefined)
    return answer === undefined ? { failed: "an answer that is not JSON" } : { answer };
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
