import { PlainError } from "../error/plain-error.ts";

/** The logged fields of an error: not a driver's text, which can contain a row, a query or a password. */
export interface FaultRecord {
  readonly name: string;
  readonly code?: string;
  readonly message?: string;
  readonly at?: readonly string[];
  readonly cause?: FaultRecord;
}

/** Returns name, code and our own stack frames of what was thrown, and of its causes, three deep. */
export function faultRecord(thrown: unknown, depth = 3): FaultRecord {
  if (!(thrown instanceof Error)) return { name: typeof thrown };
  const code: unknown = (thrown as { code?: unknown }).code;
  const at = ownFrames(thrown);
  return {
    name: word(thrown.name) ?? "Error",
    ...(word(code) && { code: word(code) as string }),
    ...(thrown instanceof PlainError && { message: thrown.message }),
    ...(at.length > 0 && { at }),
    ...(depth > 1 && thrown.cause !== undefined && { cause: faultRecord(thrown.cause, depth - 1) }),
  };
}

/** Names and codes are words; anything else may be personal. */
function word(value: unknown): string | undefined {
  return typeof value === "string" && /^\w{1,64}$/.test(value) ? value : undefined;
}

const FRAME =
  /^ {4}at (?:(?:async |new )?([\w.$<>]{1,80}) \()?(?:file:\/\/)?(\/[^():]{1,300}):(\d+):(\d+)\)?$/;

/** The frames of files that are neither a package's nor Node's own (in a bundle: the bundle's), as `function file:line:column`. */
function ownFrames(error: Error): string[] {
  const stack = typeof error.stack === "string" ? error.stack : "";
  // A message may itself look like frames: only what follows it is taken. The name before it may be
  // another than the error has now, since V8 writes the heading before a constructor sets one.
  const heading = stack.indexOf(error.message);
  const frames = heading >= 0 && heading < 80 ? stack.slice(heading + error.message.length) : "";
  return frames
    .split("\n")
    .flatMap((line) => {
      const [, name, file, row, column] = FRAME.exec(line) ?? [];
      if (!file || file.includes("/node_modules/")) return [];
      return [`${name ?? "anonymous"} ${file.slice(file.lastIndexOf("/") + 1)}:${row}:${column}`];
    })
    .slice(0, 5);
}
