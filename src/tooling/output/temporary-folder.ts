import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** Those that are not removed yet: signals are the whole process's, and so is this. */
const folders = new Set<string>();

/** A folder for the time of some work. Ctrl-C, or another end of the process by a signal, removes it too. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  if (folders.size === 0) for (const signal of SIGNALS) process.on(signal, onSignal);
  const path = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
  folders.add(path);
  return { path, remove: () => remove(path) };
}

function remove(path: string): void {
  // Whoever still writes to it may add a file meanwhile.
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(path);
  if (folders.size === 0) for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** Removes them, and lets the signal end the process as it would have. */
function onSignal(signal: NodeJS.Signals): void {
  for (const path of folders) remove(path);
  process.kill(process.pid, signal);
}
