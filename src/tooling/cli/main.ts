#!/usr/bin/env node

// Node's own modules alone: in a clone in which nothing is installed yet, this is all that can be run. As a
// namespace, since an older Node.js has no enableCompileCache to import by name.
import * as nodeModule from "node:module";
import { nodeVersionFault } from "./node-version-fault.ts";

const fault = nodeVersionFault(process.versions.node);
if (fault) {
  console.error(fault);
  process.exitCode = 2;
} else {
  // A third of a second less for each command but the first.
  nodeModule.enableCompileCache();
  try {
    await import("./run-program.ts");
  } catch (thrown) {
    const { code, message = "" } = thrown as NodeJS.ErrnoException;
    if (code !== "ERR_MODULE_NOT_FOUND" || !message.startsWith("Cannot find package")) throw thrown;
    console.error(`What cognito-recovery needs is not installed: run npm ci first.\n  (${message})`);
    process.exitCode = 2;
  }
}
