/**
 * A container, as seen from inside: what Lambda's Node runtime does with a function, as far as an event and
 * its answer show it. It is run as a process of its own: `node runtime.ts <folder of the bundle>`.
 */
import { createRequire } from "node:module";
import { join } from "node:path";
import { type Serve, serve } from "./serve.ts";

function load(folder: string): Serve {
  const { handler } = createRequire(join(folder, "index.js"))("./index.js");
  if (typeof handler !== "function") throw new TypeError("it exports no function `handler`");
  // Node 24 has no callback handlers: its runtime refuses a third parameter.
  if (handler.length > 2) throw new TypeError("its handler takes a callback, which nodejs24.x refuses");
  return handler;
}

serve(() => load(process.argv[2] ?? "."));
