import { awsQuery, FORM_TYPE } from "./aws-query.ts";
import { restJson } from "./rest-json.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

/** Returns the answer to a violation. The SDK's query client cannot read JSON. */
export function violationResponse({ headers }: WireRequest, message: string): WireResponse {
  const { failure } = headers["content-type"] === FORM_TYPE ? awsQuery : restJson;
  return failure("LoopbackViolation", 400, message);
}
