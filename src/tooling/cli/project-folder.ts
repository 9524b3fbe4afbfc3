import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";

/** The folder of the project that a command is run in. Throws a SetupError when it has no messages. */
export function projectFolder(): string {
  const root = process.cwd();
  if (existsSync(join(root, "templates"))) return root;
  throw new SetupError("There is no folder templates/ here: go to the project's folder first.");
}
