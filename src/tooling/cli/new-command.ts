import type { Command } from "commander";

/**
 * Adds a command to the program: how it is called, what it does, examples, a line each, and what its exit codes
 * mean where they are not the program's.
 */
export type NewCommand = (
  usage: string,
  description: string,
  examples: string,
  exitCodes?: string,
) => Command;

export function exitWith(code: number): void {
  process.exitCode = code;
}

/** One more value of an option that may be given several times. */
export function listed(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
