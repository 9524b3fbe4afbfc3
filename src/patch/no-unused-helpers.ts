import type { Plugin } from "esbuild";

/** Of Handlebars' runtime: helpers that no template may use, decorators, and what undoes a global of its own. */
const UNUSED =
  /[\\/]handlebars[\\/]lib[\\/]handlebars[\\/](?:helpers[\\/](?:each|with|lookup|log|helper-missing|block-helper-missing)|decorators|no-conflict)\.js$/;

/**
 * Leaves out of Handlebars' runtime what no message needs: templates may use `if` and `unless` alone, and
 * know of no helper but those when they are compiled. A start would make each of the others, and each part of
 * a message a wrapper around it.
 *
 * Each of these modules exports a function that registers something. Should Handlebars put them elsewhere
 * one day, they are bundled as they are; a test of the bundles would say so.
 */
export const noUnusedHelpers: Plugin = {
  name: "no-unused-helpers",
  setup(build) {
    build.onLoad({ filter: UNUSED }, ({ path }) => {
      const nothing = "() => {};";
      const isDecorators = /decorators\.js$/.test(path);
      return {
        contents: isDecorators
          ? `export const registerDefaultDecorators = ${nothing}`
          : `export default ${nothing}`,
      };
    });
  },
};
