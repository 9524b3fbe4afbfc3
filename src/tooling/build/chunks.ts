import { readFile } from "node:fs/promises";
import { isBuiltin } from "node:module";
import { relative, sep } from "node:path";
import type { OnResolveArgs, OnResolveResult, Plugin, PluginBuild } from "esbuild";

/** The modules of one trigger that are loaded on demand: chunk file -> module. */
export type Chunks = Map<string, string>;

/** The trigger's own file; no chunk may take its name. */
export const ENTRY = "index.js";

/** The output of `cognito-recovery compile`, which loads each locale by a literal `import()`. */
const COMPILED = /[\\/]generated[\\/]templates\.js$/;

function isLoadedOnDemand({ kind, importer }: OnResolveArgs): boolean {
  return kind === "dynamic-import" || (kind === "require-call" && COMPILED.test(importer));
}

/** Marks our own call of `resolve`, which esbuild then answers by itself. */
const RESOLVING = Symbol("resolving");

/** The namespace of the proxies that import chunks. */
const PROXY = "chunk";

/**
 * Makes each `import()` an entry point of its own.
 *
 * CommonJS has no code splitting: esbuild would inline what `import()` names, and a locked-out person would
 * wait for every locale and every driver. So each such module is recorded in `chunks`, for a build of its
 * own, and left out of its importer, where it becomes a literal `require("./locale-de.js")`.
 *
 * An ES module is required through a proxy that exports the same names: otherwise esbuild, like Node with
 * CommonJS, would return the whole module as its `default`.
 */
export function chunked(root: string, chunks: Chunks): Plugin {
  return {
    name: "chunks",
    setup(build) {
      build.onResolve({ filter: /./, namespace: PROXY }, ({ path }) => ({ path, external: true }));

      // Shorter code for each locale: a start reads all of it.
      build.onLoad({ filter: COMPILED }, async ({ path }) => ({
        contents: (await readFile(path, "utf8")).replaceAll('import("./locale/', 'require("./locale/'),
      }));

      build.onResolve({ filter: /./ }, async (args): Promise<OnResolveResult | undefined> => {
        if (!isLoadedOnDemand(args) || args.pluginData === RESOLVING || isBuiltin(args.path)) return;
        const { importer, kind, resolveDir } = args;
        const found = await build.resolve(args.path, { importer, kind, resolveDir, pluginData: RESOLVING });
        if (found.errors.length > 0 || found.external) return found;
        const name = chunkName(root, args, found.path);
        const taken = name === ENTRY ? "the trigger itself" : chunks.get(name);
        if (taken !== undefined && taken !== found.path) {
          return { errors: [{ text: `${name} would be both ${taken} and ${found.path}: rename one` }] };
        }
        chunks.set(name, found.path);
        const names = await exportsOf(build.esbuild, found.path);
        if (!names) return { path: `./${name}`, external: true };
        return { path: `./${name}`, namespace: PROXY, pluginData: names };
      });

      build.onLoad({ filter: /./, namespace: PROXY }, ({ path, pluginData: names }) => {
        const chunk = JSON.stringify(path);
        const itsDefault = names.includes("default") ? `export { default } from ${chunk};` : "";
        return { contents: `export * from ${chunk};${itsDefault}` };
      });
    },
  };
}

/** Returns the names that an ES module exports itself, not by `export *`; `undefined` for CommonJS. */
async function exportsOf({ build }: PluginBuild["esbuild"], file: string): Promise<string[] | undefined> {
  const options = { bundle: false, write: false, metafile: true, logLevel: "silent" } as const;
  // Its own build reports a mistake in it, with its place.
  const probed = await build({ ...options, entryPoints: [file], outdir: "probe", format: "esm" }).catch(
    () => undefined,
  );
  const [input] = Object.values(probed?.metafile.inputs ?? {});
  const [output] = Object.values(probed?.metafile.outputs ?? {});
  return input?.format === "esm" ? output?.exports : undefined;
}

/** Names a chunk by its package (`hash-wasm.js`), or by its path below the root (`locale-de.js`). */
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
