import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "./bundle.ts";
import type { Manifest } from "./manifest.ts";

/** Writes what was built, and removes what an earlier build left: `dist/` may hold others' files too. */
export function writeDist(
  out: string,
  built: {
    readonly manifest: Manifest;
    readonly bundles: ReadonlyMap<string, Bundle>;
    readonly zips: ReadonlyMap<string, Uint8Array>;
  },
): void {
  for (const trigger of new Set([...earlierTriggers(out), ...built.bundles.keys()])) {
    for (const left of [trigger, `${trigger}.zip`, `${trigger}.js.map`]) {
      rmSync(join(out, left), { recursive: true, force: true });
    }
  }
  for (const [trigger, { files, sourceMap }] of built.bundles) {
    mkdirSync(join(out, trigger), { recursive: true });
    for (const [name, bytes] of files) writeFileSync(join(out, trigger, name), bytes);
    writeFileSync(join(out, `${trigger}.js.map`), sourceMap);
    writeFileSync(join(out, `${trigger}.zip`), built.zips.get(trigger) as Uint8Array);
  }
  writeFileSync(join(out, "manifest.json"), `${JSON.stringify(built.manifest, undefined, 2)}\n`);
}

/** Triggers of the manifest that is there. A name that is no plain file name is nobody's to remove. */
function earlierTriggers(out: string): string[] {
  const file = join(out, "manifest.json");
  if (!existsSync(file)) return [];
  try {
    return Object.keys(JSON.parse(readFileSync(file, "utf8"))).filter((name) => /^[\w-][\w.-]*$/.test(name));
  } catch {
    return [];
  }
}
