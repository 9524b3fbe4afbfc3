import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { settingsOf } from "../../parameter/setting-findings.ts";
import { type SettingDefinition, type SettingName, settings } from "../../parameter/settings.ts";
import { triggerNames } from "../aws/pool-triggers.ts";
import { ownSource } from "../build/own-source.ts";

/**
 * Returns the settings that a project's triggers read: one trigger's, or those of all its triggers. Without
 * sources to search, these are all settings that the triggers may read.
 */
export async function settingsRead(root: string, trigger?: string): Promise<readonly SettingName[]> {
  const names = settingsOf(trigger);
  const files = triggerNames
    .filter((name) => trigger === undefined || name === trigger)
    .flatMap((name) => filesOf(root, name));
  const source = files.length > 0 ? await ownSource(root, files) : undefined;
  if (source === undefined) return names;
  return names.filter((name) => {
    const { readBy }: SettingDefinition = settings[name];
    return readBy === undefined || new RegExp(`\\b${name}\\b`).test(source);
  });
}

function filesOf(root: string, trigger: string): readonly string[] {
  const folder = join(root, "triggers");
  if (!existsSync(folder)) return [];
  const isSource = (file: string) =>
    /^\.[cm]?[jt]sx?$/.test(file.slice(trigger.length)) && file.startsWith(trigger);
  return readdirSync(folder)
    .filter(isSource)
    .map((file) => join(folder, file));
}
