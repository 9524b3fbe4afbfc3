import { resetLink } from "../../message/reset-link.ts";
import type { BrandSettings } from "../templates/settings.ts";
import { unmarked } from "./flat-html.ts";

/** Whether a host is one of the brand's: its domain and all below, those of its pages, those in `hosts`. */
export function isOwnHost(
  host: string,
  { domain, supportUrl, resetUrl, hosts = [] }: BrandSettings,
): boolean {
  const pages = [supportUrl, resetUrl].flatMap((page) => (page ? [hostOf(page)] : []));
  if (domain && (host === domain || host.endsWith(`.${domain}`))) return true;
  return [...pages, ...hosts].includes(host);
}

/** Whether mail to a host goes to the brand: where its own address is, or at a host of its own. */
export function isOwnMailHost(host: string, brand: BrandSettings): boolean {
  return host === brand.supportEmail?.split("@").at(-1)?.toLowerCase() || isOwnHost(host, brand);
}

/** What an address or text with markers in it is when this brand writes; `undefined` when it prints what the brand lacks. */
export function asBrandWrites(
  text: string,
  brand: BrandSettings,
  ofPerson: (name: string) => string = () => "x",
): string | undefined {
  let isThere = true;
  const written = unmarked(text, (name) => {
    const value = brandValue(name, brand, ofPerson);
    if (value === undefined) isThere = false;
    return value ?? "";
  });
  return isThere ? written : undefined;
}

function brandValue(
  name: string,
  brand: BrandSettings,
  ofPerson: (name: string) => string,
): string | undefined {
  if (name === "resetLink") return resetLink(brand.resetUrl, "x", "x");
  if (!name.startsWith("brand.")) return ofPerson(name);
  let value: unknown = brand;
  for (const key of name.split(".").slice(1)) value = (value as Record<string, unknown> | undefined)?.[key];
  return value === undefined ? undefined : String(value);
}

/** The address as a browser reads it; `undefined` when it is no whole one. */
export function urlOf(address: string): URL | undefined {
  return URL.canParse(address) ? new URL(address) : undefined;
}

/** The mailboxes that a mailto: link writes to. */
export function mailboxesOf({ pathname }: URL): readonly string[] {
  return decoded(pathname)
    .split(",")
    .map((each) => each.trim().toLowerCase());
}

/** With a percent sign that encodes nothing, it is what it is. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function hostOf(address: string): string | undefined {
  return urlOf(address)?.hostname;
}
