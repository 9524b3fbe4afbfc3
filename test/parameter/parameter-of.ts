import type { Parameter } from "../../src/parameter/setting.ts";

/** A parameter that reads its value by a function. */
export function parameterOf<T>(get: (signal: AbortSignal) => Promise<T>): Parameter<T> {
  return { get, refresh: get };
}
