import { Logger } from "@aws-lambda-powertools/logger";
import type { Descriptor, Write } from "./write.ts";

/** As Node's own console has it; Powertools writes a critical line as an error. */
const levels: Readonly<Record<string, Descriptor>> = { trace: 1, debug: 1, info: 1, warn: 2, error: 2 };

/**
 * Powertools Logger that hands its lines to `write`. By itself it makes a console of its own on
 * `process.stdout` and `process.stderr`, and a start waits for both. With `POWERTOOLS_DEV` it may do as it
 * likes: it then writes to the console that there is, where a test of a trigger's can listen.
 *
 * Powertools' types call the method that makes it private. Should it be named otherwise one day, the Logger
 * makes its console as before, and starts later: a test of what a start loads would say so.
 */
export function lineLogger(
  options: NonNullable<ConstructorParameters<typeof Logger>[0]>,
  write: Write,
): Logger {
  class LineLogger extends Logger {}
  const { setConsole } = Logger.prototype as unknown as { setConsole?: () => void };
  const console = Object.fromEntries(
    Object.entries(levels).map(([level, descriptor]) => [
      level,
      (line: string) => write(descriptor, `${line}\n`),
    ]),
  );
  Object.defineProperty(LineLogger.prototype, "setConsole", {
    value(this: { console: unknown }) {
      if (process.env.POWERTOOLS_DEV) setConsole?.call(this);
      else this.console = console;
    },
  });
  return new LineLogger(options);
}
