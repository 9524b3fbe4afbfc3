import { sizeTable } from "../build/size-table.ts";
import { buildTold } from "./build-told.ts";

/** `build`: 1 when the templates have errors, and nothing is written. */
export async function buildCommand(): Promise<number> {
  const manifest = await buildTold(process.cwd());
  if (!manifest) return 1;
  console.log(sizeTable(manifest));
  return 0;
}
