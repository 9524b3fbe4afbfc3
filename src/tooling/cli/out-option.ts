import { type Command, InvalidArgumentError } from "commander";

/** `--out`: the folder that `build` writes to, and in which the commands that need a build look for it. */
export interface OutOption {
  readonly out: string;
}

/** Adds `--out` to a command. */
export function withOut(command: Command): Command {
  return command.option("--out <folder>", "the folder of the build", folderOf, "dist");
}

/** Rejects an empty name, as from a variable that is not set: it would be the project's folder. */
function folderOf(text: string): string {
  if (text.trim() === "") throw new InvalidArgumentError("Name a folder.");
  return text.replace(/(?<=.)\/+$/, "");
}
