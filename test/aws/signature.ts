import type { IncomingHttpHeaders } from "node:http";

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=(?<key>[^/,]+)\/(?<date>\d{8})\/(?<region>[^/,]+)\/(?<service>[^/,]+)\/aws4_request, SignedHeaders=(?<headers>[a-z0-9;-]+), Signature=[0-9a-f]{64}$/;

/** What a request must be signed for, and with which key. */
export interface Scope {
  readonly key: string;
  readonly region: string;
  readonly service: string;
}

/**
 * In what a request is not signed for `scope`, by its Authorization header (Signature Version 4). The signature
 * in it is not computed again: the SDK makes it, and from secrets that this server itself has given out.
 */
export function signatureFaults(headers: IncomingHttpHeaders, scope: Scope): string[] {
  const { authorization } = headers;
  if (authorization === undefined) return ["there is no signature"];
  const signed = AUTHORIZATION.exec(authorization)?.groups;
  if (!signed) return ["the Authorization header is not one of Signature Version 4"];
  const time = headers["x-amz-date"];
  return [
    ...(signed.key === scope.key ? [] : ["the credentials are not those of `environment`"]),
    ...(signed.region === scope.region ? [] : [`the signature is for the region ${signed.region}`]),
    ...(signed.service === scope.service ? [] : [`the signature is for the service ${signed.service}`]),
    ...(typeof time === "string" && time.startsWith(`${signed.date}T`)
      ? []
      : ["the signature is of another day than x-amz-date"]),
    ...(signed.headers?.split(";").includes("host") ? [] : ["the signature does not cover the host"]),
  ];
}
