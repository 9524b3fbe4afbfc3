import { SetupError } from "../../error/setup-error.ts";
import { sampleBrandText } from "../build/sample-brand-text.ts";
import type { BuiltBundle } from "./built-bundles.ts";

/**
 * Rejects bundles with the sample brand.
 *
 * @param accept the instruction that permits it: "pass --sample-brand"
 * @throws SetupError
 */
export function checkBrand(bundles: readonly BuiltBundle[], accept: string): void {
  for (const { trigger, sampleBrand } of bundles) {
    if (!sampleBrand) continue;
    throw new SetupError(
      `${trigger} is not deployed: ${sampleBrandText(sampleBrand)}. Enter your own brand and build again, or ${accept} to deploy it anyway.`,
    );
  }
}
