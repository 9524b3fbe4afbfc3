import { readFileSync } from "node:fs";
import { join } from "node:path";
import { triggerNames } from "../aws/pool-triggers.ts";
import { builtBundles } from "../cdk/built-bundles.ts";
import { checkBrand } from "../cdk/check-brand.ts";
import { environmentWarnings } from "../cdk/environment-warnings.ts";
import { functionEnvironment } from "../cdk/function-environment.ts";
import { markedFiles } from "../output/marked-files.ts";
import { temporaryFolder } from "../output/temporary-folder.ts";
import { writeOutput } from "../output/write-output.ts";
import { DESCRIPTION, type TemplateOptions, templateOf, zipName } from "./template.ts";

export interface WriteOptions extends Omit<TemplateOptions, "scratch"> {
  /** Whether the sample brand may be deployed. */
  readonly sampleBrand?: boolean;
}

/** The result of writing a template. */
export interface Written {
  /** The names of the files. */
  readonly files: readonly string[];
  /** The names of the template's parameters. */
  readonly parameters: readonly string[];
  /** The warnings about the variables, a sentence each, without values. */
  readonly warnings: readonly string[];
}

/** The folder of the template and its zips, below that of the build. */
export const FOLDER = "cloudformation";

/** The signs of an earlier template and its zips. */
const marks = [
  { path: /^template\.json$/, isIn: (text: string) => text.includes(JSON.stringify(DESCRIPTION)) },
  { path: new RegExp(`^(?:${triggerNames.join("|")})-[0-9a-f]{64}\\.zip$`), isIn: () => true },
];

/**
 * Writes the template and the zips to `<bundles>/cloudformation/`, and removes those of an earlier run.
 *
 * @throws SetupError as RecoveryTriggers does, and then writes nothing
 */
export function writeTemplate(options: WriteOptions): Written {
  const { bundles, triggers, environment } = options;
  const built = builtBundles(bundles, triggers);
  if (!options.sampleBrand) checkBrand(built, "pass --sample-brand");
  const scratch = temporaryFolder();
  try {
    const template = templateOf({ ...options, scratch: scratch.path });
    const folder = join(bundles, FOLDER);
    const files = new Map<string, string | Uint8Array>([
      // One space: CloudFormation takes a template of 51,200 bytes without a bucket.
      ["template.json", `${JSON.stringify(template, undefined, 1)}\n`],
      ...built.map((bundle) => [zipName(bundle), readFileSync(bundle.zip)] as const),
    ]);
    writeOutput(folder, {
      files,
      ours: () => marks.flatMap((mark) => markedFiles(folder, mark)),
      alternative: "name another folder with --out",
    });
    // Not of the template's own parameters, which are open on purpose.
    const warnings = environmentWarnings(
      built.map(({ trigger }) => functionEnvironment(trigger, environment)),
    );
    return {
      files: [...files.keys()],
      parameters: Object.keys(template.Parameters as object),
      warnings: warnings.map(({ message }) => message),
    };
  } finally {
    scratch.remove();
  }
}
