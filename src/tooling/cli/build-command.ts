import { sampleBrandText } from "../build/sample-brand-text.ts";
import { sizeTable } from "../build/size-table.ts";
import { buildTold } from "./build-and-print.ts";
import type { OutOption } from "./out-option.ts";

/** `build`: 1 when the templates have errors, and nothing is written. */
export async function buildCommand({ out }: OutOption): Promise<number> {
  const manifest = await buildTold(process.cwd(), out);
  if (!manifest) return 1;
  console.log(sizeTable(manifest));
  for (const [trigger, { sampleBrand }] of Object.entries(manifest)) {
    if (sampleBrand)
      console.error(`${trigger}: ${sampleBrandText(sampleBrand)}. Make it yours before it is deployed.`);
  }
  return 0;
}
