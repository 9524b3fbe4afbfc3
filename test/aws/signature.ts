import type { IncomingHttpHeaders } from "node:http";

/** The scope and the key with which a request must be signed. */
export interface Scope {
  readonly key: string;
  readonly region: string;
  readonly service: string;
}

/**
 * Returns how the Authorization header (Signature Version 4) differs from `scope`. The signature itself is not
 * checked: the SDK makes it.
 */
export function signatureMismatches({ authorization = "" }: IncomingHttpHeaders, scope: Scope): string[] {
  const signed =
    /^AWS4-HMAC-SHA256 Credential=(?<key>[^/,]+)\/\d{8}\/(?<region>[^/,]+)\/(?<service>[^/,]+)\/aws4_request, /.exec(
      authorization,
    )?.groups;
  if (!signed) return ["it is not signed"];
  return (["key", "region", "service"] as const)
    .filter((each) => signed[each] !== scope[each])
    .map((each) => `it is signed for the ${each} ${signed[each]}`);
}
