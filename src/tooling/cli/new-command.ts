import type { Command } from "commander";

/** Adds a command to the program: how it is called, what it does, and examples, a line each. */
export type NewCommand = (usage: string, description: string, examples: string) => Command;

export function exitWith(code: number): void {
  process.exitCode = code;
}

/** One more value of an option that may be given several times. */
export function listed(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
