import type { Send } from "./operation.ts";

/** The part of `fetch` that is needed: that of browsers, React Native and Node.js has it. */
export type Fetch = (
  url: string,
  init: {
    readonly method: string;
    readonly headers: Record<string, string>;
    readonly body: string;
    readonly signal: AbortSignal | null;
  },
) => Promise<{ readonly ok: boolean; json(): Promise<unknown> }>;

/** Calls Cognito by its wire protocol, AWS JSON 1.1. */
export function overFetch(fetch: Fetch, endpoint: string): Send {
  return async (operation, input, { signal }) => {
    const response = await fetch(endpoint, {
      method: "POST",
      headers: {
        "content-type": "application/x-amz-json-1.1",
        "x-amz-target": `AWSCognitoIdentityProviderService.${operation}`,
      },
      body: JSON.stringify(input),
      signal: signal ?? null,
    });
    const body = (await response.json()) as { __type?: unknown; message?: unknown };
    if (response.ok) return body;
    // The name may have its namespace before it: "com.amazonaws.cognito#UserNotFoundException".
    const name = `${body.__type}`.replace(/.*#/, "");
    throw Object.assign(new Error(`${body.message}`), { name });
  };
}
