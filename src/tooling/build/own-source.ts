import { readFileSync } from "node:fs";
import { join } from "node:path";
import * as esbuild from "esbuild";

/**
 * Returns the text of a project's own modules that these files import, themselves included: no packages, no
 * compiled templates. `undefined` where esbuild cannot read them, which a build reports.
 */
export async function ownSource(root: string, files: readonly string[]): Promise<string | undefined> {
  try {
    const { metafile } = await esbuild.build({
      absWorkingDir: root,
      entryPoints: [...files],
      outdir: "dist",
      bundle: true,
      write: false,
      metafile: true,
      packages: "external",
      plugins: [withoutGenerated],
      platform: "node",
      format: "esm",
      logLevel: "silent",
    });
    return Object.keys(metafile.inputs)
      .map((file) => readFileSync(join(root, file), "utf8"))
      .join("\n");
  } catch {
    return undefined;
  }
}

/** Leaves out the compiled templates, which may not exist yet and read no setting. */
const withoutGenerated: esbuild.Plugin = {
  name: "without-generated",
  setup(build) {
    build.onResolve({ filter: /(?:^|\/)generated\// }, ({ path }) => ({ path, external: true }));
  },
};
