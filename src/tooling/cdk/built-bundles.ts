import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { BuiltTrigger, Manifest } from "../build/manifest.ts";
import { manifestIn } from "../build/manifest-in.ts";
import { commandLine } from "../terminal/command-line.ts";

const BUILD = `run \`${commandLine("build")}\``;

/** A trigger that was built, and where it lies. */
export interface BuiltBundle extends Pick<BuiltTrigger, "handler" | "runtime" | "sha256" | "sampleBrand"> {
  readonly trigger: TriggerName;
  /** Path of the zip. */
  readonly zip: string;
}

/**
 * What `build` has left in a folder: each of a pool's triggers that is in its manifest.
 *
 * @param wanted those to be found there; all that are there when left out
 * @throws SetupError when there is no manifest, a trigger is not in it, or a zip is not the one that it tells of
 */
export function builtBundles(folder: string, wanted?: readonly TriggerName[]): readonly BuiltBundle[] {
  const manifest = manifestIn(resolve(folder), BUILD);
  const names = wanted ?? triggerNames.filter((trigger) => Object.hasOwn(manifest, trigger));
  if (names.length === 0) {
    throw new SetupError(
      `${join(folder, "manifest.json")} has none of a pool's triggers (${triggerNames.join(", ")}): ` +
        `put one into triggers/ and ${BUILD}.`,
    );
  }
  return [...new Set(names)].map((trigger) => bundleOf(resolve(folder), trigger, manifest));
}

function bundleOf(folder: string, trigger: TriggerName, manifest: Manifest): BuiltBundle {
  if (!triggerNames.includes(trigger)) {
    throw new SetupError(`There is no trigger ${trigger}: write ${triggerNames.join(", ")}.`);
  }
  const built = Object.hasOwn(manifest, trigger) ? manifest[trigger] : undefined;
  if (!built) {
    throw new SetupError(
      `${join(folder, "manifest.json")} has no ${trigger}: put it into triggers/ and ${BUILD}.`,
    );
  }
  const { handler, runtime, sha256, sampleBrand } = built;
  const zip = join(folder, built.zip);
  if (!existsSync(zip)) throw new SetupError(`There is no ${zip}: ${BUILD}.`);
  if (createHash("sha256").update(readFileSync(zip)).digest("base64") !== sha256) {
    throw new SetupError(`${zip} is not the one that manifest.json tells of: ${BUILD}.`);
  }
  return { trigger, handler, runtime, sha256, zip, ...(sampleBrand && { sampleBrand }) };
}
