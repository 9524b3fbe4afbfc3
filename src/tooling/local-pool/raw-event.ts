/** An event as it lies in a file: nothing is known of it but its source. */
export interface RawEvent {
  readonly triggerSource: string;
  readonly [key: string]: unknown;
}

/** A JSON object. */
export type Json = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
