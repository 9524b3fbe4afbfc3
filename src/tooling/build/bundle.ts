import { join } from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";
import { type Chunks, chunked, ENTRY } from "./chunks.ts";
import { broughtByLambda } from "./lambda-runtime.ts";
import { noCryptoAtStart } from "./no-crypto-at-start.ts";
import { noUnusedHelpers } from "./no-unused-helpers.ts";
import { thirdPartyLicenses } from "./third-party-licenses.ts";

/** One trigger as it is deployed, in memory. */
export interface Bundle {
  /** `index.js`, the chunks beside it, `package.json` and the packages' licences: name -> bytes. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  /** The source map of `index.js`; not deployed. */
  readonly sourceMap: Uint8Array;
  /** Which modules each file holds, by their path below the root. */
  readonly modules: ReadonlyMap<string, readonly string[]>;
  /** What is worth a look although it was built. */
  readonly warnings: readonly string[];
}

/** Handlebars' runtime as ES modules: a quarter smaller than what is made of its CommonJS, and a third faster. */
const runtimeModules = fileURLToPath(import.meta.resolve("handlebars/lib/handlebars.runtime.js"));

/** Lambda's `require` takes the files for ES modules when a package.json above them says so. */
const PACKAGE = new TextEncoder().encode('{"type":"commonjs"}\n');

/** What the bundled packages' licenses ask to be passed on with their code; nothing loads it. */
const LICENSES = "THIRD-PARTY-LICENSES.txt";

/**
 * A trigger's file with all it needs, each `import()` a file of its own.
 *
 * @param out the folder that the source map is for
 * @throws esbuild's BuildFailure
 */
export async function bundle(root: string, trigger: string, out = join(root, "dist")): Promise<Bundle> {
  const chunks: Chunks = new Map([[ENTRY, trigger]]);
  const files = new Map<string, Uint8Array>([["package.json", PACKAGE]]);
  const modules = new Map<string, readonly string[]>();
  const warnings = new Set<string>();
  let sourceMap: Uint8Array = new Uint8Array();
  // Grows while it is walked: a chunk may want further chunks. Not all of `chunks`: what is imported by a
  // module that tree shaking has taken out can never be loaded.
  const wanted = [ENTRY];
  for (const name of wanted) {
    const built = await esbuild.build(
      optionsFor({ root, out }, chunks.get(name) ?? trigger, chunks, warnings),
    );
    for (const file of built.outputFiles) {
      if (file.path.endsWith(".js")) files.set(name, file.contents);
      else if (name === ENTRY) sourceMap = file.contents;
    }
    modules.set(name, heldBy(built.metafile));
    for (const { path } of Object.values(built.metafile.outputs).flatMap(({ imports }) => imports)) {
      const chunk = path.replace(/^\.\//, "");
      if (chunks.has(chunk) && !wanted.includes(chunk)) wanted.push(chunk);
    }
  }
  const licenses = thirdPartyLicenses(root, [...modules.values()].flat());
  if (licenses !== undefined) files.set(LICENSES, new TextEncoder().encode(licenses));
  return { files, sourceMap, modules, warnings: [...warnings] };
}

/** What is left of tree shaking: a module of which no byte is in the file is not in it. */
function heldBy({ outputs }: esbuild.Metafile): string[] {
  return Object.values(outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([module, { bytesInOutput }]) => (bytesInOutput > 0 ? [module] : []))
    .sort();
}

function optionsFor(
  { root, out }: { readonly root: string; readonly out: string },
  module: string,
  chunks: Chunks,
  warnings: Set<string>,
) {
  return {
    absWorkingDir: root,
    entryPoints: [module],
    outfile: join(out, ENTRY),
    plugins: [chunked(root, chunks), noCryptoAtStart((sentence) => warnings.add(sentence)), noUnusedHelpers],
    external: broughtByLambda,
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
    // With it a chunk is reached by `require`, which starts faster than Node's own `import()`.
    // And patterns with classes of Unicode's stay as they are: esbuild would have them made by calls, which it
    // keeps where nobody uses what they make.
    supported: { "dynamic-import": false, "regexp-unicode-property-escapes": true },
    // No path made from data: such an import would look for files that are not there.
    logOverride: { "unsupported-dynamic-import": "error" },
    logLevel: "silent",
  } as const satisfies esbuild.BuildOptions;
}

/** Packages of which a second copy does no harm: plain functions, and a store that keeps itself in `globalThis`. */
const HARMLESS = /node_modules\/(?:@aws-lambda-powertools\/commons|@aws\/lambda-invoke-store)\//;

/** Modules that an `import()`ed file brings along although `index.js` has them: two copies, two states. */
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
