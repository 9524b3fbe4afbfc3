import { writeOutput } from "../output/write-output.ts";
import type { Bundle } from "./bundle.ts";
import type { Manifest } from "./manifest.ts";
import { earlierFiles, MANIFEST } from "./manifest-file.ts";

/** Writes what was built, in place of what an earlier build wrote: `dist/` may hold others' files too. */
export function writeDist(
  out: string,
  built: {
    readonly manifest: Manifest;
    readonly bundles: ReadonlyMap<string, Bundle>;
    readonly zips: ReadonlyMap<string, Uint8Array>;
  },
): void {
  // The manifest first: a build that is interrupted, or has no room left, knows its files again the next time.
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
    ours: () => earlierFiles(out),
    alternative: "name another folder with --out",
  });
}
