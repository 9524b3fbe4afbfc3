import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import type { Io } from "./io.ts";

/** Returns the folder of the project that a command runs in. Throws a SetupError when it has no messages. */
export function projectFolder({ cwd: root }: Pick<Io, "cwd">): string {
  if (existsSync(join(root, "templates"))) return root;
  throw new SetupError("There is no folder templates/ here: go to the project's folder first.");
}
