import { readFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../project.ts";

const read = (path: string) => readFileSync(join(repository, path), "utf8");
const readme = read("README.md");
const guide = read("docs/install.md");

/** The README's commands that install, copy and replay. */
export const [install = "", copy = "", replay = ""] =
  /```sh\n(npm install cognito-recovery.*?)\n```/s.exec(readme)?.[1]?.split("\n") ?? [];

/** The lines of docs/install.md for .gitignore. */
export const [, gitignore = ""] = /```gitignore\n(.*?)```/s.exec(guide) ?? [];

/** The command of docs/install.md for another package manager, such as `pnpm add`. */
export function installBy(manager: string): string {
  const [, command = ""] = new RegExp(`\`(${manager} add [^\`]*cognito-recovery[^\`]*)\``).exec(guide) ?? [];
  return command;
}
