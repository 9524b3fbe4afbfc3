import { sampleBrandText } from "../build/sample-brand-text.ts";
import { sizeTable } from "../build/size-table.ts";
import { buildAndPrint } from "./build-and-print.ts";
import type { Io } from "./io.ts";
import type { OutOption } from "./out-option.ts";
import { print, printError } from "./print.ts";

/** `build`: 1 when the templates have errors, and nothing is written. */
export async function buildCommand({ out }: OutOption, io: Io): Promise<number> {
  const manifest = await buildAndPrint(out, io);
  if (!manifest) return 1;
  print(io, sizeTable(manifest));
  for (const [trigger, { sampleBrand }] of Object.entries(manifest)) {
    if (sampleBrand)
      printError(io, `${trigger}: ${sampleBrandText(sampleBrand)}. Make it yours before it is deployed.`);
  }
  return 0;
}
