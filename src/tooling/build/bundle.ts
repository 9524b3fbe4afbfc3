import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { lazyCrypto } from "../../patch/lazy-crypto.ts";
import { type Chunks, chunked, ENTRY } from "./chunks.ts";
import { lambdaPackages } from "./lambda-packages.ts";
import { thirdPartyLicenses } from "./third-party-licenses.ts";

/** A bundled trigger, in memory. */
export interface Bundle {
  /** `index.js`, its chunks, `package.json` and the packages' licences: name -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The source map of `index.js`; not deployed. */
  readonly sourceMap: Uint8Array;
  /** The modules in each file, by their path below the root. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** Problems of a bundle that was built. */
  readonly warnings: readonly string[];
}

/** Handlebars' runtime as ES modules: a quarter smaller than its CommonJS when bundled, and a third faster. */
const runtimeModules = fileURLToPath(import.meta.resolve("handlebars/lib/handlebars.runtime.js"));

/** The package.json of a bundle. Without it, one further up could make Lambda's `require` read the files as ES modules. */
const PACKAGE = new TextEncoder().encode('{"type":"commonjs"}\n');

/** The license texts of the bundled packages; nothing loads the file. */
const LICENSES = "THIRD-PARTY-LICENSES.txt";

/** The patches of packages that are applied when bundling. */
export const bundlePatches: readonly esbuild.Plugin[] = [lazyCrypto];

/**
 * Bundles a trigger with all that it needs; each `import()` is a file of its own.
 *
 * @param out the folder that the source map's paths start from
 * @throws esbuild's BuildFailure
 */
export async function bundle(
  root: string,
  trigger: string,
  out = join(root, "dist"),
  patches: readonly esbuild.Plugin[] = bundlePatches,
): Promise<Bundle> {
  const chunks: Chunks = new Map([[ENTRY, trigger]]);
  const files = new Map<string, Uint8Array>([["package.json", PACKAGE]]);
  const modules = new Map<string, readonly string[]>();
  const warnings = new Set<string>();
  let sourceMap: Uint8Array = new Uint8Array();
  // It grows in the loop: a chunk may import further chunks. Not all of `chunks`: those that only removed modules
  // import can never be loaded.
  const needed = [ENTRY];
  for (const name of needed) {
    const built = await esbuild.build(
      optionsFor({ root, out }, chunks.get(name) ?? trigger, [chunked(root, chunks), ...patches]),
    );
    for (const { text, pluginName } of built.warnings) if (pluginName !== "") warnings.add(text);
    for (const file of built.outputFiles) {
      if (file.path.endsWith(".js")) files.set(name, file.contents);
      else if (name === ENTRY) sourceMap = file.contents;
    }
    modules.set(name, heldBy(built.metafile));
    for (const { path } of Object.values(built.metafile.outputs).flatMap(({ imports }) => imports)) {
      const chunk = path.replace(/^\.\//, "");
      if (chunks.has(chunk) && !needed.includes(chunk)) needed.push(chunk);
    }
  }
  const licenses = thirdPartyLicenses(root, [...modules.values()].flat());
  if (licenses !== undefined) files.set(LICENSES, new TextEncoder().encode(licenses));
  return { files, sourceMap, modules, warnings: [...warnings] };
}

/** Returns the modules that tree shaking has not removed entirely. */
function heldBy({ outputs }: esbuild.Metafile): string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([module, { bytesInOutput }]) => (bytesInOutput > 0 ? [module] : []))
    .sort();
}

function optionsFor(
  { root, out }: { readonly root: string; readonly out: string },
  module: string,
  plugins: esbuild.Plugin[],
) {
  return {
    absWorkingDir: root,
    entryPoints: [module],
    outfile: join(out, ENTRY),
    plugins,
    external: lambdaPackages,
    alias: { "handlebars/runtime.js": runtimeModules },
    bundle: true,
    write: false,
    metafile: true,
    minify: true,
    sourcemap: "external",
    sourcesContent: false,
    legalComments: "none",
    platform: "node",
    target: "node22",
    format: "cjs",
    // Halves an SDK client (performance.md).
    mainFields: ["module", "main"],
    // A chunk is loaded by `require`, which is faster than Node's own `import()`.
    // Patterns with `\p{…}` stay literals: esbuild would construct them by calls, which tree shaking keeps.
    supported: { "dynamic-import": false, "regexp-unicode-property-escapes": true },
    // An import of a computed path would look for files that do not exist.
    logOverride: { "unsupported-dynamic-import": "error" },
    logLevel: "silent",
  } as const satisfies esbuild.BuildOptions;
}

/** Packages whose second copy is harmless: plain functions, and a store in `globalThis`. */
const HARMLESS = /node_modules\/(?:@aws-lambda-powertools\/commons|@aws\/lambda-invoke-store)\//;

/** Finds modules in an `import()`ed file that `index.js` has too: two copies have two states. */
export function copiesIn({
  modules,
}: Bundle): readonly { readonly chunk: string; readonly module: string }[] {
  const own = new Set(modules.get(ENTRY));
  return [...modules].flatMap(([chunk, held]) =>
    chunk === ENTRY
      ? []
      : held
          .filter((module) => own.has(module) && !HARMLESS.test(module))
          .map((module) => ({ chunk, module })),
  );
}
