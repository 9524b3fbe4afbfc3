import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtBundles } from "../cdk/built-bundles.ts";
import { type TemplateOptions, templateOf, zipName } from "./template.ts";

/**
 * Writes `<bundles>/cloudformation/`: the template, and each zip by the name that the template calls it. What
 * was there before is gone; nothing is written anywhere else.
 *
 * @returns the names of the files
 * @throws SetupError as RecoveryTriggers does, and then writes nothing
 */
export function writeTemplate(options: Omit<TemplateOptions, "scratch">): readonly string[] {
  const { bundles, triggers } = options;
  const built = builtBundles(bundles, triggers);
  const scratch = mkdtempSync(join(bundles, ".cdk-"));
  try {
    const template = templateOf({ ...options, scratch });
    const folder = join(bundles, "cloudformation");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const bundle of built) copyFileSync(bundle.zip, join(folder, zipName(bundle)));
    // One space: CloudFormation takes a template of 51,200 bytes without a bucket.
    writeFileSync(join(folder, "template.json"), `${JSON.stringify(template, undefined, 1)}\n`);
    return ["template.json", ...built.map(zipName)];
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
