import type { Command } from "commander";
import type { Io } from "./io.ts";

/** The functions that declare commands. */
export interface Commands {
  /**
   * Adds a command: its usage, what it does, examples, a line each, and what its exit codes mean where they are
   * not the program's.
   */
  add(usage: string, description: string, examples: string, exitCodes?: string): Command;
  /** Returns an action that loads a command when it is called, and ends the program with its exit code. */
  run<Given extends readonly unknown[]>(
    load: () => Promise<(...given: [...Given, io: Io]) => Promise<number>>,
  ): (...given: [...Given, command: Command]) => Promise<void>;
}

/** Adds a value of an option that may be given several times. */
export function listed(value: string, previous: readonly string[]): readonly string[] {
  return [...previous, value];
}
