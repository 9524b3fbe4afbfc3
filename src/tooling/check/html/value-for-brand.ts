import type { BrandSettings } from "../../templates/brands.ts";
import type { FlatHtml } from "./flat-html.ts";

/**
 * Returns an attribute or CSS value of an email for a brand; `undefined` where it prints a value that the brand
 * does not have or that is not the brand's.
 */
export function valueForBrand(marked: string, html: FlatHtml, brand: BrandSettings): string | undefined {
  let isKnown = true;
  const written = html.unmarked(marked, (printed) => {
    const value = "value" in printed ? brandValue(printed.value, brand) : undefined;
    if (value === undefined) isKnown = false;
    return value ?? "";
  });
  return isKnown ? written : undefined;
}

function brandValue(name: string, brand: BrandSettings): string | undefined {
  if (name === "resetLink") return brand.resetUrl;
  // A sample of the locale, which may be in a path or a query.
  if (name === "locale") return "en";
  const [first, ...keys] = name.split(".");
  if (first !== "brand") return undefined;
  const value = keys.reduce<unknown>(
    (each, key) => (each as Record<string, unknown> | undefined)?.[key],
    brand,
  );
  return value === undefined ? undefined : String(value).replaceAll("{locale}", "en");
}
