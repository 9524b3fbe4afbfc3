import type { Readable, Writable } from "node:stream";

/** The parts of its process that a command uses. Only main.ts has a process: a test passes its own. */
export interface Io {
  readonly stdin: Readable & { readonly isTTY?: boolean };
  readonly stdout: Output;
  readonly stderr: Output;
  /** The folder that the command runs in, absolute. */
  readonly cwd: string;
  readonly environment: NodeJS.ProcessEnv;
  /** Resolves when the command is stopped, as with Ctrl+C. */
  interrupted(): Promise<void>;
}

export type Output = Writable & { readonly isTTY?: boolean; readonly columns?: number };
