/** Looks a person up in a project's directory. It is a program of its own: `node look-up-process.ts <folder of the bundle>`. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { errorTexts } from "../replay/error-text.ts";
import { type Serve, serve } from "../replay/serve.ts";
import { type DirectoryModule, lookUp } from "./look-up.ts";

function load(folder: string): Serve {
  const exported = createRequire(join(folder, "index.js"))("./index.js") as Partial<DirectoryModule>;
  const { directory, signIn } = exported;
  if (typeof directory?.find !== "function") {
    throw new TypeError("it does not export a `directory` with a method `find`, such as sqlDirectory({ … })");
  }
  // It would end a Lambda; here the author of the store needs to read it.
  const unhandled = new Promise<never>((_, reject) => {
    process.on("uncaughtException", (error) => reject(new Error(errorTexts(error).join("\n"))));
  });
  unhandled.catch(() => {});
  const module = { directory, ...(signIn !== undefined && { signIn }) };
  return async (event) => Promise.race([lookUp(module, (event as { userName: string }).userName), unhandled]);
}

serve(() => load(process.argv[2] ?? "."));
