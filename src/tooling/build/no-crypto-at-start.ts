import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/** The Logger's own module, and the one line of it that is looked for. */
const LOGGER = /@aws-lambda-powertools[\\/]logger[\\/]lib[\\/]esm[\\/]Logger\.js$/;
const IMPORT = "import { randomInt } from 'node:crypto';";

/**
 * Puts off what Powertools Logger imports of `node:crypto` until it is called, which is when logs are sampled.
 *
 * Node takes some 3 ms to load its crypto, more than half of what the Logger costs at start, and a person
 * waits for it whose function samples nothing. With sampling on, the number is drawn as before.
 *
 * Steps aside when the Logger does not import it in this one way any more: `warn` is then told, and the
 * bundle is as good as before, only slower.
 */
export function noCryptoAtStart(warn: (sentence: string) => void): Plugin {
  return {
    name: "no-crypto-at-start",
    setup(build) {
      build.onLoad({ filter: LOGGER }, async ({ path }) => {
        const source = await readFile(path, "utf8");
        if (source.split("node:crypto").length !== 2 || !source.includes(IMPORT)) {
          warn(
            "Powertools Logger imports node:crypto in another way than it did: it is bundled as it is, and starts some 3 ms later. src/tooling/build/no-crypto-at-start.ts needs a look.",
          );
          return undefined;
        }
        const lazy =
          "const randomInt = (least, below) => process.getBuiltinModule('node:crypto').randomInt(least, below);";
        return { contents: source.replace(IMPORT, lazy), loader: "js" };
      });
    },
  };
}
