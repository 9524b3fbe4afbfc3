import { createHash } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type TriggerName, triggerNames } from "../aws/pool-triggers.ts";
import type { BuiltTrigger, Manifest } from "../build/manifest.ts";
import { manifestIn } from "../build/manifest-in.ts";
import { commandLine } from "../terminal/command-line.ts";

const BUILD = `run \`${commandLine("build")}\``;

/** A built trigger and its zip. */
export interface BuiltBundle extends Pick<BuiltTrigger, "handler" | "runtime" | "sha256" | "sampleBrand"> {
  readonly trigger: TriggerName;
  /** The path of the zip. */
  readonly zip: string;
}

/**
 * Returns the triggers that `build` wrote to a folder.
 *
 * @param selected all triggers of the manifest by default
 * @throws SetupError when the manifest or a trigger is missing, or a zip differs from its checksum
 */
export function builtBundles(folder: string, selected?: readonly TriggerName[]): readonly BuiltBundle[] {
  const manifest = manifestIn(resolve(folder), BUILD);
  const names = selected ?? triggerNames.filter((trigger) => Object.hasOwn(manifest, trigger));
  if (names.length === 0) {
    throw new SetupError(
      `${join(folder, "manifest.json")} contains none of the triggers ${triggerNames.join(", ")}: ` +
        `add one to triggers/ and ${BUILD}.`,
    );
  }
  return [...new Set(names)].map((trigger) => bundleOf(resolve(folder), trigger, manifest));
}

function bundleOf(folder: string, trigger: TriggerName, manifest: Manifest): BuiltBundle {
  if (!triggerNames.includes(trigger)) {
    throw new SetupError(
      `${JSON.stringify(trigger)} is not a trigger. Triggers are ${triggerNames.join(", ")}.`,
    );
  }
  const built = Object.hasOwn(manifest, trigger) ? manifest[trigger] : undefined;
  if (!built) {
    throw new SetupError(
      `${join(folder, "manifest.json")} does not contain ${trigger}: add it to triggers/ and ${BUILD}.`,
    );
  }
  const { handler, runtime, sha256, sampleBrand } = built;
  const zip = join(folder, built.zip);
  if (!existsSync(zip)) throw new SetupError(`${zip} does not exist: ${BUILD}.`);
  if (createHash("sha256").update(readFileSync(zip)).digest("base64") !== sha256) {
    throw new SetupError(`${zip} does not match its checksum in manifest.json: ${BUILD}.`);
  }
  return { trigger, handler, runtime, sha256, zip, ...(sampleBrand && { sampleBrand }) };
}
