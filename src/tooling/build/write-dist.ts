import { writeOutput } from "../output/write-output.ts";
import type { Bundle } from "./bundle.ts";
import type { Manifest } from "./manifest.ts";
import { MANIFEST, previousFiles } from "./manifest-in.ts";

/** Replaces the files of the previous build in `dist/`, which may hold others' files too. */
export function writeDist(
  out: string,
  built: {
    readonly manifest: Manifest;
    readonly bundles: ReadonlyMap<string, Bundle>;
    readonly zips: ReadonlyMap<string, Uint8Array>;
  },
): void {
  // The manifest first: after an interrupted build the next one finds its files.
  const files = new Map<string, string | Uint8Array>([
    [MANIFEST, `${JSON.stringify(built.manifest, undefined, 2)}\n`],
  ]);
  for (const [trigger, bundle] of built.bundles) {
    for (const [name, bytes] of bundle.files) files.set(`${trigger}/${name}`, bytes);
    files.set(`${trigger}.js.map`, bundle.sourceMap);
    files.set(`${trigger}.zip`, built.zips.get(trigger) as Uint8Array);
  }
  writeOutput(out, {
    files,
    ours: () => previousFiles(out),
    alternative: "name another folder with --out",
  });
}
