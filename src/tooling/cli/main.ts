#!/usr/bin/env node

// Node's own modules alone: in a clone in which nothing is installed yet, this is all that can be run.
import { enableCompileCache } from "node:module";

// A third of a second less for each command but the first.
enableCompileCache();
try {
  await import("./program.ts");
} catch (thrown) {
  const { code, message = "" } = thrown as NodeJS.ErrnoException;
  if (code !== "ERR_MODULE_NOT_FOUND" || !message.startsWith("Cannot find package")) throw thrown;
  console.error(`What cognito-recovery needs is not installed: run npm ci first.\n  (${message})`);
  process.exitCode = 2;
}
