import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brands } from "../../message/brand.ts";
import { BRANDS, readBrands } from "./brands.ts";

const SAMPLE_NAMES = ["example", "sample shop"];

/** The hosts that RFC 2606 and IANA reserve for examples, and their subdomains. */
const EXAMPLE_HOST =
  /^(?:https?:\/\/)?(?:[^/@?#]*@)?(?:[^/@:?#]+\.)?example(?:\.(?:com|net|org|edu))?\.?(?:[:/?#]|$)/i;

/**
 * Returns the keys whose value is still the sample's: its name, or an address on an example host. Only brands that
 * send messages count: the default one, and those of app clients other than the sample's.
 */
export function sampleBrandKeys({ default: first, brands, clients }: Brands): readonly string[] {
  const real = Object.entries(clients).filter(([id]) => !id.includes("example"));
  const used = new Set([first, ...real.flatMap(([, { brand, brands: others = [] }]) => [brand, ...others])]);
  return [...used].flatMap((key) => {
    const { name, domain, origin, supportUrl, supportEmail, resetUrl } = brands[key] ?? { name: "" };
    const addresses = Object.entries({ domain, origin, supportUrl, supportEmail, resetUrl });
    const found = [
      ...(SAMPLE_NAMES.includes(name.trim().toLowerCase()) ? ["name"] : []),
      ...addresses.flatMap(([each, address]) => (address && EXAMPLE_HOST.test(address) ? [each] : [])),
    ];
    return found.map((each) => `brands.${key}.${each}`);
  });
}

/**
 * Returns the place where a project's brand file is still the sample's, such as `templates/brands.json
 * (brands.example.name)`; `undefined` if there is none, or the file is missing or cannot be read.
 */
export function sampleBrandIn(root: string): string | undefined {
  const file = join(root, BRANDS);
  if (!existsSync(file)) return undefined;
  const read = readBrands(new Map([[BRANDS, readFileSync(file, "utf8")]]));
  const keys = "value" in read ? sampleBrandKeys(read.value) : [];
  return keys.length > 0 ? `${BRANDS} (${keys.join(", ")})` : undefined;
}
