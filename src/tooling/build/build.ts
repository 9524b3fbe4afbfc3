import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { type Finding, hasErrors } from "../check/finding.ts";
import { sampleBrandIn } from "../templates/sample-brand-in.ts";
import { type Bundle, bundle, copiesIn } from "./bundle.ts";
import { compileTemplates } from "./compile-templates.ts";
import type { BuiltTrigger, Manifest } from "./manifest.ts";
import { sentencesOf } from "./sentences-of.ts";
import { triggerFiles } from "./trigger-files.ts";
import { writeDist } from "./write-dist.ts";
import { zipOf } from "./zip-of.ts";

export interface Build {
  /** The findings of the template checker. An error among them stops the build. */
  readonly findings: readonly Finding[];
  /** Absent when a finding stopped the build; the previous build is then unchanged. */
  readonly manifest?: Manifest;
  readonly bundles: ReadonlyMap<string, Bundle>;
  /** Problems of a build that succeeded. */
  readonly warnings: readonly string[];
}

export interface BuildOptions {
  /** The project's folder. */
  readonly root: string;
  /** The folder for the bundles; `<root>/dist` by default. */
  readonly out?: string;
}

/**
 * Compiles the templates and bundles each trigger: `dist/<trigger>/`, `.zip`, `.js.map`, `manifest.json`.
 * The same sources give the same bytes. Nothing is written unless everything could be built.
 *
 * @throws SetupError with a sentence for each mistake in `triggers/` or what it imports
 */
export async function build({ root, out = join(root, "dist") }: BuildOptions): Promise<Build> {
  const triggers = await triggerFiles(root);
  const { findings } = existsSync(join(root, "templates"))
    ? await compileTemplates({ root })
    : { findings: [] };
  if (hasErrors(findings)) return { findings, bundles: new Map(), warnings: [] };
  const built = await Promise.allSettled(
    [...triggers].map(async ([trigger, file]) => [trigger, await bundle(root, file, out)] as const),
  );
  const failed = built.filter((each) => each.status === "rejected");
  if (failed.length > 0) {
    const sentences = new Set(failed.flatMap(({ reason }) => sentencesOf(reason)));
    throw new SetupError([...sentences].join("\n"));
  }
  const bundles = new Map(built.flatMap((each) => (each.status === "fulfilled" ? [each.value] : [])));
  const zips = new Map([...bundles].map(([trigger, { files }]) => [trigger, zipOf(files)]));
  const sampleBrand = sampleBrandIn(root);
  const manifest: Manifest = Object.fromEntries(
    [...zips].map(([trigger, zip]) => {
      const each = bundles.get(trigger) as Bundle;
      const isSample = sampleBrand !== undefined && hasTemplates(each);
      return [trigger, { ...builtTrigger(trigger, zip, each), ...(isSample && { sampleBrand }) }];
    }),
  );
  writeDist(out, { manifest, bundles, zips });
  return { findings, manifest, bundles, warnings: warningsOf(bundles) };
}

function builtTrigger(trigger: string, zip: Uint8Array, { files }: Bundle): BuiltTrigger {
  return {
    handler: "index.handler",
    runtime: "nodejs24.x",
    zip: `${trigger}.zip`,
    bytes: zip.length,
    sha256: createHash("sha256").update(zip).digest("base64"),
    files: Object.fromEntries([...files].sort().map(([name, bytes]) => [name, bytes.length])),
  };
}

/** Whether the compiled templates, and the brands with them, are in a bundle. */
function hasTemplates({ modules }: Bundle): boolean {
  return [...modules.values()].flat().includes("generated/templates.js");
}

/** Returns each warning once: triggers share most of them. */
function warningsOf(bundles: ReadonlyMap<string, Bundle>): string[] {
  const own = [...bundles.values()].flatMap(({ warnings }) => warnings);
  return [...new Set([...own, ...[...bundles].flatMap(copyWarnings)])];
}

function copyWarnings([trigger, bundled]: [string, Bundle]): string[] {
  return copiesIn(bundled).map(
    ({ chunk, module }) =>
      `${trigger}: ${chunk} holds a second copy of ${module}, with a state and classes of its own: ` +
      "a module that is loaded by import() should import nothing that the trigger imports.",
  );
}
