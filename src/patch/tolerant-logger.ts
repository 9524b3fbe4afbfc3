import { Logger } from "@aws-lambda-powertools/logger";

/** Variables whose mistakes Powertools Logger throws at. */
const STRICT = ["POWERTOOLS_LOGGER_SAMPLE_RATE", "POWERTOOLS_LOGGER_LOG_EVENT"];

/**
 * Constructs a Powertools Logger although one of its variables is wrong, by hiding them from it meanwhile: the
 * function answers, and reports the mistake in its first line. Saves no time.
 */
export function tolerantLogger(options: NonNullable<ConstructorParameters<typeof Logger>[0]>): Logger {
  try {
    return new Logger(options);
  } catch {
    const hidden = STRICT.map((name) => [name, process.env[name]] as const);
    for (const name of STRICT) delete process.env[name];
    const logger = new Logger(options);
    for (const [name, value] of hidden) if (value !== undefined) process.env[name] = value;
    return logger;
  }
}
