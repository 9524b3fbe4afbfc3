import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** The Logger's own module, and the one line that is replaced in it. */
const LOGGER = /@aws-lambda-powertools[\\/]logger[\\/]lib[\\/]esm[\\/]Logger\.js$/;
const IMPORT = "import { randomInt } from 'node:crypto';";
const LAZY =
  "const randomInt = (least, below) => process.getBuiltinModule('node:crypto').randomInt(least, below);";

/**
 * Makes Powertools Logger load `node:crypto` when it draws a number, which is when logs are sampled.
 *
 * Saves 5 ms of a start: `npm run bench`, "what src/patch/lazy-crypto.ts saves".
 *
 * A Logger that imports it in any other way is bundled unchanged, with a warning.
 */
export const lazyCrypto: Plugin = {
  name: "lazy-crypto",
  setup(build) {
    build.onLoad({ filter: LOGGER }, async ({ path }) => {
      const source = await readFile(path, "utf8");
      if (source.split("node:crypto").length === 2 && source.includes(IMPORT)) {
        return { contents: source.replace(IMPORT, LAZY), loader: "js" };
      }
      const text =
        "Powertools Logger imports node:crypto in another way than it did: it is bundled unchanged, and starts some 5 ms later. Adapt src/patch/lazy-crypto.ts.";
      return { contents: source, loader: "js", warnings: [{ text }] };
    });
  },
};
