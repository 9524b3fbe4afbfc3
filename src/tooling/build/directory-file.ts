import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

/** Returns the path of the file that exports a project's `directory`; `undefined` when there is none. */
export function directoryFile(root: string): string | undefined {
  const folder = join(root, "triggers");
  if (!existsSync(folder)) return undefined;
  const file = readdirSync(folder).find((name) => /^legacy-directory\.[cm]?[jt]sx?$/.test(name));
  return file && join(folder, file);
}
