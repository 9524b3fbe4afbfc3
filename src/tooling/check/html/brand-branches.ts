import type { BrandSettings } from "../../templates/settings.ts";
import type { Project } from "../project.ts";
import type { FlatCondition, FlatHtml } from "./flat-html.ts";
import { brandValue } from "./hosts.ts";

/** The brands for which what stands at an offset can be written: no condition about a brand leaves it out. */
export function brandsAt(
  offset: number,
  { conditions }: FlatHtml,
  { brands }: Project,
): readonly (readonly [string, BrandSettings])[] {
  const around = conditions.filter(({ start, end }) => offset >= start && offset < end);
  const all = Object.entries(brands.brands);
  if (around.length === 0) return all;
  return all.filter(([, brand]) => around.every((condition) => canHold(condition, offset, brand)));
}

/** Whether the branch at an offset is that of those who have what is asked for. */
export function isForThose({ isIf, otherwise }: FlatCondition, offset: number): boolean {
  return offset < otherwise === isIf;
}

/** What is a person's may be there or not; what is a brand's is settled by the brand. */
function canHold(condition: FlatCondition, offset: number, brand: BrandSettings): boolean {
  const { asked } = condition;
  const isThere = brandValue(asked, brand) !== undefined;
  if (isForThose(condition, offset)) return isThere;
  return !(isThere && asked.startsWith("brand."));
}
