import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of a build of this repository. Tests only read it. */
    readonly dist: string;
  }
}

const repository = join(import.meta.dirname, "..");

/** Builds this repository once for all test files, and returns what removes the build. */
export function setup({ provide }: TestProject): () => void {
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const dist = mkdtempSync(join(repository, ".tmp/dist-"));
  // In a process of its own: here, vitest's loader has no import.meta.resolve.
  const command = [join(repository, "src/tooling/cli/clone.js"), "build", "--out", dist];
  execFileSync(process.execPath, command, { cwd: repository, stdio: "pipe" });
  provide("dist", dist);
  return () => rmSync(dist, { recursive: true, force: true });
}
