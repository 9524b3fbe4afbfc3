import type { Context } from "aws-lambda";
import { annotate } from "../../src/annotations/annotations.ts";
import type { Invocation } from "../../src/log/invocation.ts";
import type { Call } from "../../src/trigger/responder.ts";

export const clientId = "1example23456789";

/** Returns a call, not aborted. */
export function call(more: Partial<Call> = {}): Call {
  const { signal = new AbortController().signal } = more;
  return { signal, metadata: {}, clientId, annotate: (each) => annotate(signal, each), ...more };
}

/** Returns an event as Cognito sends it. */
export function event<Source extends string, Request>(
  triggerSource: Source,
  request: Request,
  response: object = {},
) {
  return {
    version: "1",
    triggerSource,
    region: "eu-central-1",
    userPoolId: "eu-central-1_example",
    userName: "anna@example.com",
    callerContext: { awsSdkVersion: "aws-sdk-unknown-unknown", clientId },
    request,
    response,
  };
}

export const emptyMessage = { smsMessage: null, emailMessage: null, emailSubject: null };

/** Returns a CustomMessage_ForgotPassword of a person with these attributes. */
export function forgotPassword(
  userAttributes: Record<string, string> = {},
  clientMetadata?: Record<string, string>,
) {
  return event(
    "CustomMessage_ForgotPassword",
    {
      userAttributes: { sub: "00000000-0000-4000-8000-000000000000", ...userAttributes },
      codeParameter: "{####}",
      linkParameter: "{##Click Here##}",
      usernameParameter: null,
      ...(clientMetadata && { clientMetadata }),
    },
    emptyMessage,
  );
}

/** Returns the part of Lambda's context that is read. */
export function context(remaining = 5_000): Context {
  return {
    functionName: "test",
    awsRequestId: "00000000-0000-4000-8000-00000000000a",
    getRemainingTimeInMillis: () => remaining,
  } as Context;
}

/** Returns a log and its lines. */
export function keptLog() {
  const lines: Invocation[] = [];
  return { lines, log: (line: Invocation) => void lines.push(line) };
}
