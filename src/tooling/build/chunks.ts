import { isBuiltin } from "node:module";
import { relative, sep } from "node:path";
import type { OnResolveArgs, OnResolveResult, Plugin } from "esbuild";

/** The modules of one trigger that are loaded only when wanted: chunk file -> module. */
export type Chunks = Map<string, string>;

/** The trigger's own file; no chunk may take its name. */
export const ENTRY = "index.js";

/** Set on our own second look at an import, which esbuild then resolves by itself. */
const RESOLVING = Symbol("resolving");

/**
 * Makes each `import()` an entry point of its own.
 *
 * CommonJS has no code splitting: esbuild would inline what `import()` names, and a locked-out person would
 * wait for every locale and every driver. So each such module is recorded in `chunks`, for a build of its
 * own, and left outside of its importer, where it becomes a literal `require("./locale-de.js")`.
 */
export function chunked(root: string, chunks: Chunks): Plugin {
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /./ }, async (args): Promise<OnResolveResult | undefined> => {
        if (args.kind !== "dynamic-import" || args.pluginData === RESOLVING || isBuiltin(args.path)) return;
        const { importer, kind, resolveDir } = args;
        const found = await build.resolve(args.path, { importer, kind, resolveDir, pluginData: RESOLVING });
        if (found.errors.length > 0 || found.external) return found;
        const name = chunkName(root, args, found.path);
        const taken = name === ENTRY ? "the trigger itself" : chunks.get(name);
        if (taken !== undefined && taken !== found.path) {
          return { errors: [{ text: `${name} would be both ${taken} and ${found.path}: rename one` }] };
        }
        chunks.set(name, found.path);
        return { path: `./${name}`, external: true };
      });
    },
  };
}

/** A package by its name (`hash-wasm.js`), a file by its place below the root (`locale-de.js`). */
function chunkName(root: string, { path }: OnResolveArgs, file: string): string {
  const isPackage = !/^[./#]|^[A-Za-z]:/.test(path);
  const place = isPackage ? path : placeOf(root, file);
  return `${place.replace(/[^A-Za-z0-9.]+/g, "-").replace(/^[-.]+/, "")}.js`;
}

function placeOf(root: string, file: string): string {
  const [within = ""] = file.split(`${sep}node_modules${sep}`).slice(-1);
  const below = within === file ? relative(root, file) : within;
  return below
    .split(sep)
    .filter((folder, index) => folder !== ".." && !(index === 0 && /^(src|lib|generated)$/.test(folder)))
    .join("/")
    .replace(/\.[cm]?[jt]sx?$/, "");
}
