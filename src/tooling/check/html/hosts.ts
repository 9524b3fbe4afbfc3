import { resetLink } from "../../../message/reset-link.ts";
import type { BrandSettings } from "../../templates/settings.ts";
import { list } from "../circumstances.ts";
import type { Case } from "../rule.ts";
import { unmarked } from "./flat-html.ts";

/**
 * Whether a host is one of the brand's: its domain and all below, the one that codes are bound to, those of its
 * pages, those in `hosts`.
 */
export function isOwnHost(
  host: string,
  { domain, origin, supportUrl, resetUrl, hosts = [] }: BrandSettings,
): boolean {
  const pages = [supportUrl, resetUrl].flatMap((page) => (page ? [hostOf(page)] : []));
  if (domain && (host === domain || host.endsWith(`.${domain}`))) return true;
  return [origin, ...pages, ...hosts].includes(host);
}

/** Whether mail to a host goes to the brand: where its own address is, or at a host of its own. */
export function isOwnMailHost(host: string, brand: BrandSettings): boolean {
  return host === brand.supportEmail?.split("@").at(-1)?.toLowerCase() || isOwnHost(host, brand);
}

/** A host that one brand lists and another does not, or none. */
export interface UnlistedHost {
  /** What the email does with it, as `links to`. */
  readonly does: string;
  readonly host: string;
  /** The brand's key. */
  readonly brand: string;
  /** What it more likely is than one that is missing in the list. */
  readonly first?: string | undefined;
}

/** What is wrong with an address, for whichever brand writes it: each thing once, with all brands that it is so for. */
export function wrongAddresses(
  all: readonly (UnlistedHost | Pick<Case, "message" | "mending">)[],
): readonly Pick<Case, "message" | "mending">[] {
  const unlisted = all.flatMap((each) => ("host" in each ? [each] : []));
  const others = all.flatMap((each) => ("message" in each ? [each] : []));
  const byHost = Map.groupBy(unlisted, ({ does, host }) => `${does} ${host}`);
  return [
    ...new Map(others.map((each) => [each.message, each])).values(),
    ...[...byHost.values()].map(([first, ...rest]) => {
      const { does, host, first: likely } = first as UnlistedHost;
      const keys = new Set([first, ...rest].map((each) => (each as UnlistedHost).brand));
      const brands = list([...keys].map((key) => `"${key}"`));
      return {
        message: `This ${does} ${host}, which is no host of the brand${keys.size > 1 ? "s" : ""} ${brands}.`,
        mending: [
          ...(likely ? [likely] : []),
          `If that host is ${keys.size > 1 ? "theirs" : "the brand's"}, add "${host}" to \`hosts\` of ${brands} in templates/_brand/brand.json.`,
        ].join(" "),
      };
    }),
  ];
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

/** What a name stands for when this brand writes; `undefined` for what the brand lacks. */
export function brandValue(
  name: string,
  brand: BrandSettings,
  ofPerson: (name: string) => string = () => "x",
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

/** The mailboxes that a mailto: link writes to, those that get a copy too (RFC 6068 §2). */
export function mailboxesOf({ pathname, search }: URL): readonly string[] {
  const fields = search
    .slice(1)
    .split("&")
    .map((field) => /^(?<name>[^=]*)=?(?<value>.*)$/s.exec(field)?.groups ?? {})
    .filter(({ name = "" }) => ["to", "cc", "bcc"].includes(decoded(name).toLowerCase()));
  return [pathname, ...fields.map(({ value = "" }) => value)]
    .flatMap((written) =>
      decoded(written)
        .toLowerCase()
        .split(/[\s,;<>"]+/),
    )
    .filter((mailbox) => mailbox.includes("@"));
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
