import type { Service } from "./service.ts";
import type { WireResponse } from "./wire.ts";

/** An error that AWS answers with, whose `name` is that of the SDK's class for it. */
export interface AwsError extends Error {
  readonly status?: number;
}

/** Errors of any service that no model has, with the status that most services give them. */
const unmodelled: Readonly<Record<string, number>> = {
  AccessDeniedException: 400,
  ExpiredTokenException: 400,
  InternalFailure: 500,
  ServiceUnavailable: 503,
  ThrottlingException: 400,
  UnrecognizedClientException: 400,
  // Of the query protocol.
  AccessDenied: 403,
  ExpiredToken: 403,
  InvalidClientTokenId: 403,
  Throttling: 400,
  ValidationError: 400, // CloudFormation's, also where there is no such stack
};

/** Returns an answer that is an error, with the status that the model has for it unless another is given. */
export function awsError(name: string, message: string, status?: number): AwsError {
  return Object.assign(new Error(message), { name, ...(status !== undefined && { status }) });
}

/** Returns the response with an error; `undefined` when the service has no such error. */
export function errorResponse(
  { errors, protocol }: Service,
  { name, message, status }: AwsError,
): WireResponse | undefined {
  const shape = errors.get(name);
  const traits = shape?.getMergedTraits();
  const modelled = traits && Number(traits.httpError ?? (traits.error === "server" ? 500 : 400));
  const own = modelled ?? unmodelled[name];
  return own === undefined ? undefined : protocol.failure(name, status ?? own, message, shape);
}
