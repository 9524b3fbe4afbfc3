import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

/**
 * Bundles a rival with the same settings as our own build: the pattern is compared, not the bundling.
 *
 * @param source a file of this folder, or source text
 */
export async function bundledRival(
  out: string,
  source: { file: string } | { text: string },
): Promise<string> {
  const input =
    "file" in source
      ? { entryPoints: [join(import.meta.dirname, source.file)] }
      : { stdin: { contents: source.text, resolveDir: import.meta.dirname } };
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, "package.json"), '{"type":"commonjs"}\n');
  await esbuild.build({
    ...input,
    outfile: join(out, "index.js"),
    bundle: true,
    minify: true,
    platform: "node",
    target: "node22",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  return out;
}
