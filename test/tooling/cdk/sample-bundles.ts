import { createHash } from "node:crypto";
import { join } from "node:path";
import { triggerNames } from "../../../src/tooling/aws/pool-triggers.ts";
import { temporaryProject } from "../temporary-project.ts";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

/**
 * Writes a small build: a manifest, and zips that no test opens.
 *
 * @param files additional files, or replacements
 * @param build another build has other zips
 * @param sampleBrand the place of the sample brand, if it was built
 */
export function sampleBundles(
  triggers: readonly string[] = triggerNames,
  files: Readonly<Record<string, string>> = {},
  build = "first",
  sampleBrand?: string,
): string {
  const manifest = Object.fromEntries(
    triggers.map((trigger) => [
      trigger,
      {
        handler: "index.handler",
        runtime: "nodejs24.x",
        zip: `${trigger}.zip`,
        sha256: sha256(`${trigger} ${build}`),
        ...(trigger === "custom-message" && sampleBrand && { sampleBrand }),
      },
    ]),
  );
  const zips = Object.fromEntries(triggers.map((trigger) => [`dist/${trigger}.zip`, `${trigger} ${build}`]));
  return join(
    temporaryProject({ ...zips, "dist/manifest.json": JSON.stringify(manifest), ...files }),
    "dist",
  );
}
