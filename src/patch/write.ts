import { writeSync } from "node:fs";

/** Of stdout and of stderr. */
export type Descriptor = 1 | 2;

/** Takes text for a descriptor. */
export type Write = (descriptor: Descriptor, text: string) => void;

const streams = { 1: "stdout", 2: "stderr" } as const;

/** Which took something not at once: Node's stream waits for it, and has what is not written yet. */
const slow = new Set<Descriptor>();

/**
 * Writes to the descriptor itself. Node makes `process.stdout` when it is first asked for: of a pipe that
 * takes some 5 ms, or 2 where its streams have been loaded, as Lambda's own client does. What a descriptor
 * does not take at once, its stream is given, and all that follows.
 */
export const write: Write = (descriptor, text) => {
  let left: Uint8Array = Buffer.from(text);
  try {
    while (left.length > 0 && !slow.has(descriptor)) left = left.subarray(writeSync(descriptor, left));
  } catch {
    // Mostly that its reader is behind. Whatever else it is, the stream tells it as it always has: of a line
    // of log that cannot be written, no answer depends.
    slow.add(descriptor);
  }
  if (left.length > 0) process[streams[descriptor]].write(left);
};
