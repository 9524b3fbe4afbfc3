import { annotate } from "../annotations/annotations.ts";
import { PlainError } from "../error/plain-error.ts";
import { readSetting, type Setting } from "./setting.ts";

/**
 * Begins to read a setting that is needed later, when there may be no time left to read it, or never. A setting
 * that is wrong is a warning in the log at once, and fails only the caller that awaits it.
 */
export function prefetch<T extends string | undefined>(setting: Setting<T>, signal: AbortSignal): Promise<T> {
  const value = readSetting(setting, signal);
  value.catch((error) => {
    if (error instanceof PlainError) annotate(signal, { warnings: [error.message] });
  });
  return value;
}
