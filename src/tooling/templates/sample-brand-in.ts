import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Brands } from "../../message/brand.ts";
import { BRANDS, readBrands } from "./brands.ts";

const SAMPLE_NAMES = ["example", "sample shop"];

/** The hosts that RFC 2606 and IANA reserve for examples, and those below them. */
const EXAMPLE_HOST =
  /^(?:https?:\/\/)?(?:[^/@?#]*@)?(?:[^/@:?#]+\.)?example(?:\.(?:com|net|org|edu))?\.?(?:[:/?#]|$)/i;

/**
 * The keys of the brands that are still the sample's: its name, or an address on an example host. Only brands
 * that somebody can get a message from: the default one, and those of app clients but for the sample's own.
 */
export function sampleBrandKeys({ default: usual, brands, clients }: Brands): readonly string[] {
  const real = Object.entries(clients).filter(([id]) => !id.includes("example"));
  const used = new Set([usual, ...real.flatMap(([, { brand, brands: others = [] }]) => [brand, ...others])]);
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
 * Where a project's brand file is still the sample's, as in `templates/brands.json (brands.example.name)`;
 * `undefined` where it is not, or there is no such file, or one that cannot be read.
 */
export function sampleBrandIn(root: string): string | undefined {
  const file = join(root, BRANDS);
  if (!existsSync(file)) return undefined;
  const read = readBrands(new Map([[BRANDS, readFileSync(file, "utf8")]]));
  const keys = "value" in read ? sampleBrandKeys(read.value) : [];
  return keys.length > 0 ? `${BRANDS} (${keys.join(", ")})` : undefined;
}
