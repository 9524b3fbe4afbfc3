import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtBundles } from "../cdk/built-bundles.ts";
import { checkBrand } from "../cdk/check-brand.ts";
import { environmentWarnings } from "../cdk/environment-warnings.ts";
import { functionEnvironment } from "../cdk/function-environment.ts";
import { type TemplateOptions, templateOf, zipName } from "./template.ts";

export interface WriteOptions extends Omit<TemplateOptions, "scratch"> {
  /** Whether the sample brand is meant. */
  readonly sampleBrand?: boolean;
}

/** What was written. */
export interface Written {
  /** The names of the files. */
  readonly files: readonly string[];
  /** The names of the template's parameters. */
  readonly parameters: readonly string[];
  /** What is worth a look in the variables, a sentence each, without their values. */
  readonly warnings: readonly string[];
}

/**
 * Writes `<bundles>/cloudformation/`: the template, and each zip by the name that the template calls it. What
 * was there before is gone; nothing is written anywhere else.
 *
 * @throws SetupError as RecoveryTriggers does, and then writes nothing
 */
export function writeTemplate(options: WriteOptions): Written {
  const { bundles, triggers, environment } = options;
  const built = builtBundles(bundles, triggers);
  if (!options.sampleBrand) checkBrand(built, "say --sample-brand");
  const scratch = mkdtempSync(join(bundles, ".cdk-"));
  try {
    const template = templateOf({ ...options, scratch });
    const folder = join(bundles, "cloudformation");
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder);
    for (const bundle of built) copyFileSync(bundle.zip, join(folder, zipName(bundle)));
    // One space: CloudFormation takes a template of 51,200 bytes without a bucket.
    writeFileSync(join(folder, "template.json"), `${JSON.stringify(template, undefined, 1)}\n`);
    // Of what was given: the template's own parameters are meant to be open.
    const warnings = environmentWarnings(
      built.map(({ trigger }) => functionEnvironment(trigger, environment)),
    );
    return {
      files: ["template.json", ...built.map(zipName)],
      parameters: Object.keys(template.Parameters as object),
      warnings: warnings.map(({ message }) => message),
    };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}
