import { sizeTable } from "../build/size-table.ts";
import { buildTold } from "./build-told.ts";
import type { OutOption } from "./out-option.ts";

/** `build`: 1 when the templates have errors, and nothing is written. */
export async function buildCommand({ out }: OutOption): Promise<number> {
  const manifest = await buildTold(process.cwd(), out);
  if (!manifest) return 1;
  console.log(sizeTable(manifest));
  return 0;
}
