/** Reads a setting from its store. No error of either method holds a value. */
export interface Parameter<T = string> {
  /** Returns the value within the signal's time: read now, or not too long ago. */
  get(signal: AbortSignal): Promise<T>;
  /** Returns another value than `stale`, which has just been rejected, unless the store still has that one. */
  refresh(signal: AbortSignal, stale: T): Promise<T>;
}

/** A setting: its value, or something that reads it. */
export type Setting<T> = T | Parameter<T>;

/** Returns the value of a setting. */
export async function readSetting<T extends string | undefined>(
  setting: Setting<T>,
  signal: AbortSignal,
): Promise<T> {
  return typeof setting === "object" ? setting.get(signal) : setting;
}
