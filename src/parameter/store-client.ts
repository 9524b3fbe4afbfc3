/**
 * How the SDK clients ask: a hung connection is given up early enough for another try within the deadline of
 * an invocation. Times in ms.
 */
export const clientConfig = {
  maxAttempts: 3,
  requestHandler: { connectionTimeout: 500, requestTimeout: 1_000, throwOnRequestTimeout: true },
};

/** How fresh a value has to be, as Powertools Parameters takes it. `maxAge` in seconds. */
export interface Freshness {
  readonly maxAge: number;
  readonly forceFetch: boolean;
}
