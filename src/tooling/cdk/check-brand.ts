import { SetupError } from "../../error/setup-error.ts";
import { sampleBrandText } from "../build/sample-brand-text.ts";
import type { BuiltBundle } from "./built-bundles.ts";

/**
 * Stops before the sample brand is deployed.
 *
 * @param accept how to say that it is meant
 * @throws SetupError
 */
export function checkBrand(bundles: readonly BuiltBundle[], accept: string): void {
  for (const { trigger, sampleBrand } of bundles) {
    if (!sampleBrand) continue;
    throw new SetupError(
      `${trigger} is not deployed: ${sampleBrandText(sampleBrand)}. Make it yours and build again; ${accept} if it is meant.`,
    );
  }
}
