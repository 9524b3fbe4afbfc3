import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import type { BuiltTrigger, Manifest } from "./manifest.ts";

/** The manifest's name in the folder of a build. */
export const MANIFEST = "manifest.json";

/**
 * Returns the manifest of a folder that `build` wrote to.
 *
 * @param suggestion what to do when it is missing: the end of a sentence
 * @throws SetupError when it is missing, or another program's
 */
export function manifestIn(folder: string, suggestion: string): Manifest {
  const file = join(folder, MANIFEST);
  if (!existsSync(file)) throw new SetupError(`There is no ${file}: ${suggestion}.`);
  let manifest: unknown;
  try {
    manifest = JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new SetupError(`${file} is not JSON: ${suggestion}.`);
  }
  if (isManifest(manifest)) return manifest;
  throw new SetupError(`${file} is not the manifest of a build of this version: ${suggestion}.`);
}

/** Returns the files that the previous build wrote, by its manifest; none when that is another program's. */
export function previousFiles(folder: string): readonly string[] {
  try {
    const built = Object.entries(manifestIn(folder, "")).filter(([trigger]) => isName(trigger));
    return [
      MANIFEST,
      ...built.flatMap(([trigger, { files = {} }]) => [
        `${trigger}.zip`,
        `${trigger}.js.map`,
        ...Object.keys(files)
          .filter(isName)
          .map((file) => `${trigger}/${file}`),
      ]),
    ];
  } catch {
    return [];
  }
}

/** Whether it names a file of the folder itself: the manifest may come from anywhere. */
function isName(name: string): boolean {
  return !/^\.|[/\\]/.test(name);
}

const read = ["handler", "runtime", "zip", "sha256"] as const satisfies readonly (keyof BuiltTrigger)[];

/** Bundlers and web apps have a manifest.json too, of other shapes; ours is never empty. */
function isManifest(value: unknown): value is Manifest {
  const isObject = (each: unknown): each is object => typeof each === "object" && each !== null;
  return (
    isObject(value) &&
    Object.keys(value).length > 0 &&
    Object.values(value).every(
      (each) => isObject(each) && read.every((key) => typeof Reflect.get(each, key) === "string"),
    )
  );
}
