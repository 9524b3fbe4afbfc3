/**
 * Runs a bundle as Lambda's Node runtime does, as far as events and answers show it. It is a program of its own:
 * `node runtime.ts <folder of the bundle>`.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Serve, serve } from "./serve.ts";

function load(folder: string): Serve {
  const { handler } = createRequire(join(folder, "index.js"))("./index.js");
  if (typeof handler !== "function") throw new TypeError("it does not export a function `handler`");
  // The runtime of Node 24 rejects handlers with a callback, the third parameter.
  if (handler.length > 2)
    throw new TypeError("its handler takes a callback, which nodejs24.x does not support");
  return handler;
}

serve(() => load(process.argv[2] ?? "."));
