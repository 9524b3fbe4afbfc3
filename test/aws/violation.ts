import { awsQuery, FORM_TYPE } from "./aws-query.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

/** The answer to a violation, in the request's own form: the SDK's query client would trip over JSON. */
export function violationResponse({ headers }: WireRequest, message: string): WireResponse {
  const [name, status] = ["LoopbackViolation", 400] as const;
  if (headers["content-type"] === FORM_TYPE) return awsQuery.failure(name, status, { message });
  const body = JSON.stringify({ __type: name, message });
  return { status, headers: { "content-type": "application/json" }, body };
}
