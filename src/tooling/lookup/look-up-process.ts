/** The process in which a project's own directory is asked: `node look-up-process.ts <folder of the bundle>`. */
import { createRequire } from "node:module";
import { join } from "node:path";
import { errorTexts } from "../replay/error-text.ts";
import { type Serve, serve } from "../replay/serve.ts";
import { type DirectoryModule, lookUp } from "./look-up.ts";

function load(folder: string): Serve {
  const exported = createRequire(join(folder, "index.js"))("./index.js") as Partial<DirectoryModule>;
  const { directory, signIn } = exported;
  if (typeof directory?.find !== "function") {
    throw new TypeError("it exports no `directory` with a method `find`, as sqlDirectory({ … }) makes one");
  }
  // In Lambda it would end the function; here whoever wrote the store reads why.
  const unhandled = new Promise<never>((_, reject) => {
    process.on("uncaughtException", (error) => reject(new Error(errorTexts(error).join("\n"))));
  });
  unhandled.catch(() => {});
  const asked = { directory, ...(signIn !== undefined && { signIn }) };
  return async (event) => Promise.race([lookUp(asked, (event as { userName: string }).userName), unhandled]);
}

serve(() => load(process.argv[2] ?? "."));
