import { awsQuery } from "./aws-query.ts";
import type { Service } from "./service.ts";
import { mismatches } from "./shape.ts";
import type { WireResponse } from "./wire.ts";

/** An error that AWS answers with, its `name` being that of the SDK's class for it. */
export interface AwsError extends Error {
  readonly status?: number;
}

/** What any service may answer without its model having it; each with the status that most give it. */
const common: Readonly<Record<string, number>> = {
  AccessDeniedException: 400,
  ExpiredTokenException: 400,
  InternalFailure: 500,
  ServiceUnavailable: 503,
  ThrottlingException: 400,
  UnrecognizedClientException: 400,
};

/** What the services of the query protocol may answer besides, mostly the same under their older names. */
const commonInQuery: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  Throttling: 400,
  ValidationError: 400, // to CloudFormation, also that there is no such stack
};

/** An answer that is an error. Without a status it has the model's: what that states, or else 400 or 500. */
export function awsError(name: string, message: string, status?: number): AwsError {
  return Object.assign(new Error(message), { name, ...(status !== undefined && { status }) });
}

/** The response with an error, or in what the error is none of the service's. */
export function errorResponse(
  service: Service,
  { name, message, status }: AwsError,
): WireResponse | string[] {
  const shape = service.errors.get(name);
  const traits = shape?.getMergedTraits();
  const unmodelled = service.protocol === awsQuery ? { ...common, ...commonInQuery } : common;
  const own = traits ? Number(traits.httpError ?? (traits.error === "server" ? 500 : 400)) : unmodelled[name];
  if (own === undefined) return [`${service.name} has no error ${name}`];
  if (status !== undefined && Math.floor(status / 100) !== Math.floor(own / 100)) {
    return [`${name} has the status ${own} or one like it, not ${status}`];
  }
  const names = shape ? [...shape.structIterator()].map(([member]) => member) : [];
  const messageMember = names.find((member) => member.toLowerCase() === "message");
  const members = { [messageMember ?? "message"]: message };
  const wrong = shape ? mismatches(shape, messageMember ? members : {}, "sdk", name) : [];
  return wrong.length > 0 ? wrong : service.protocol.failure(name, status ?? own, members, shape);
}
