import type { Command } from "commander";
import type { Io } from "./io.ts";

/** The meaning of each exit code of a command. */
export interface ExitCodes {
  /** `success` when left out. */
  readonly 0?: string;
  /** Left out for a command that never ends with 1. */
  readonly 1?: string;
  /** Every failure to run when left out. */
  readonly 2?: string;
}

/** The functions that declare commands. */
export interface Commands {
  /** Adds a command: its usage, description, examples (one a line) and exit codes. */
  add(usage: string, description: string, examples: string, exitCodes: ExitCodes): Command;
  /** Returns an action that loads a command when it is called, and ends the program with its exit code. */
  run<Given extends readonly unknown[]>(
    load: () => Promise<(...given: [...Given, io: Io]) => Promise<number>>,
  ): (...given: [...Given, command: Command]) => Promise<void>;
}
