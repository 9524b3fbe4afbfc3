/**
 * The configuration of the SDK clients: a hung connection times out early enough for another attempt within
 * the deadline of an invocation. Times in ms.
 */
export const clientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
};

export type ClientConfig = typeof clientConfig;
