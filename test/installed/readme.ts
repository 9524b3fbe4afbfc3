import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../project.ts";

const readme = readFileSync(join(repository, "README.md"), "utf8");

/** The README's commands that install, copy and replay. */
export const [install = "", copy = "", replay = ""] =
  /```sh\n(npm install cognito-recovery.*?)\n```/s.exec(readme)?.[1]?.split("\n") ?? [];

/** The README's lines for .gitignore. */
export const [, gitignore = ""] = /```gitignore\n(.*?)```/s.exec(readme) ?? [];

/** Returns the README's command for another package manager, such as `pnpm add`. */
export function installBy(manager: string): string {
  const [, command = ""] = new RegExp(`\`(${manager} add [^\`]*cognito-recovery[^\`]*)\``).exec(readme) ?? [];
  return command;
}
