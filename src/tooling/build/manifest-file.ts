import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../log/fault.ts";

/**
 * What is in the manifest of a folder that `build` wrote to.
 *
 * @param mending what to do when there is none: the end of a sentence
 * @throws SetupError when there is none, or it is no JSON
 */
export function manifestIn(folder: string, mending: string): unknown {
  const file = join(folder, "manifest.json");
  if (!existsSync(file)) throw new SetupError(`There is no ${file}: ${mending}.`);
  try {
    return JSON.parse(readFileSync(file, "utf8"));
  } catch {
    throw new SetupError(`${file} is no JSON: ${mending}.`);
  }
}
