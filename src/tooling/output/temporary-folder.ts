import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;

/** The folders that are not removed yet. Signals concern the whole process, and so does this set. */
const folders = new Set<string>();

/** Creates a temporary folder. It is also removed when Ctrl-C or another signal ends the process. */
export function temporaryFolder(): { readonly path: string; remove(): void } {
  if (folders.size === 0) for (const signal of SIGNALS) process.on(signal, onSignal);
  const path = mkdtempSync(join(tmpdir(), "cognito-recovery-"));
  folders.add(path);
  return { path, remove: () => remove(path) };
}

function remove(path: string): void {
  // A process that still writes may add a file meanwhile.
  rmSync(path, { recursive: true, force: true, maxRetries: 3 });
  folders.delete(path);
  if (folders.size === 0) for (const signal of SIGNALS) process.off(signal, onSignal);
}

/** Removes all folders, then lets the signal end the process. */
function onSignal(signal: NodeJS.Signals): void {
  for (const path of folders) remove(path);
  process.kill(process.pid, signal);
}
