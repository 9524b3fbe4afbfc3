import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";
import { repository } from "../project.ts";

/** Bundles a snippet of the docs to a module for Node, in which `cognito-recovery` is src/. */
export async function bundledSnippet(
  code: string,
): Promise<{ readonly folder: string; readonly file: string; remove(): void }> {
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const folder = mkdtempSync(join(repository, ".tmp/snippet-"));
  const file = join(folder, "snippet.mjs");
  await esbuild.build({
    stdin: { contents: code, loader: "ts", resolveDir: repository },
    absWorkingDir: repository,
    tsconfig: join(repository, "tsconfig.json"),
    bundle: true,
    packages: "external",
    format: "esm",
    platform: "node",
    outfile: file,
    logLevel: "silent",
  });
  return { folder, file, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
