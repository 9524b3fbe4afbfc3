#!/usr/bin/env node

// No imports: in a clone in which nothing is installed yet, this is all that can be run.
try {
  await import("./program.ts");
} catch (thrown) {
  const { code, message = "" } = thrown as NodeJS.ErrnoException;
  if (code !== "ERR_MODULE_NOT_FOUND" || !message.startsWith("Cannot find package")) throw thrown;
  console.error(`What cognito-recovery needs is not installed: run npm ci first.\n  (${message})`);
  process.exitCode = 2;
}

export {};
