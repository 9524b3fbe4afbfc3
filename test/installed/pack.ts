import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { repository } from "../project.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The package as npm would publish it. */
    readonly tarball: string;
  }
}

/** Packs the package once for all tests of this folder. */
export default function pack({ provide }: TestProject): () => void {
  const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-packed-"));
  const [{ filename }] = JSON.parse(
    execFileSync("npm", ["pack", "--json", "--silent", "--pack-destination", folder], {
      cwd: repository,
      encoding: "utf8",
    }),
  );
  provide("tarball", join(folder, filename));
  return () => rmSync(folder, { recursive: true, force: true });
}
