import type { BrandSettings } from "../../templates/settings.ts";
import type { Case } from "../rule.ts";
import { isOwnHost, isOwnMailHost, mailboxesOf, type UnlistedHost, urlOf } from "./hosts.ts";

export type Wrong = Pick<Case, "message" | "mending">;

/** How a rule speaks of what leads to a page or a mailbox. */
export interface AddressWords {
  /** "link" */
  readonly thing: string;
  /** "links to" */
  readonly leads: string;
  /** "writes to" */
  readonly writes: string;
  /** What to do first where the host is not the brand's. */
  readonly first?: string;
}

/** What mends most addresses that are typed: each brand has its own. */
export const OWN_PAGE =
  "If the brand's own page is meant, write {{brand.supportUrl}} instead, within {{#if brand.supportUrl}}.";
export const OWN_MAILBOX =
  "If the brand's own mailbox is meant, write {{brand.supportEmail}} instead, within {{#if brand.supportEmail}}.";

/** What is wrong with an address for the brand that writes it: that people are led to, or may write to. */
export function wrongAddress(
  address: string,
  [key, brand]: readonly [string, BrandSettings],
  words: AddressWords,
): Wrong | UnlistedHost | undefined {
  const { thing, leads, writes } = words;
  const url = urlOf(address);
  if (!url) {
    return address.trim() === ""
      ? { message: `This ${thing} leads nowhere.` }
      : { message: `This ${thing} is no whole address: ${address}`, ...straightQuotes(address) };
  }
  const unlisted = (does: string, host: string) => ({ does, host, brand: key, first: words.first });
  switch (url.protocol) {
    case "tel:":
      return undefined;
    case "mailto:": {
      const other = wrongMailHost(url, brand);
      return typeof other === "string" ? unlisted(writes, other) : other;
    }
    case "https:":
      if (url.username || url.password) return beforeAt(url, thing);
      return isOwnHost(url.hostname, brand) ? undefined : unlisted(leads, url.hostname);
    case "http:":
      return {
        message: `This ${thing} is not safe on its way: it starts with http://.`,
        mending: "Write https://.",
      };
    default:
      return { message: `This ${thing} starts with ${url.protocol}, which opens no page.` };
  }
}

function beforeAt({ hostname }: URL, thing: string): Wrong {
  return {
    message: `This ${thing} has something before an @: it leads to ${hostname}, and looks as if it led elsewhere.`,
    mending: "Remove what stands between https:// and @.",
  };
}

/** A word processor writes `href=“https://…”`: of such quotes the first is read as a part of the address. */
export function straightQuotes(address: string): Pick<Wrong, "mending"> {
  return /^[\u2018-\u201f\u00ab\u00bb]/.test(address.trim())
    ? { mending: `Put the address in straight quotes: "${withoutQuotes(address)}".` }
    : {};
}

function withoutQuotes(address: string): string {
  return address.replace(/[\u2018-\u201f\u00ab\u00bb]/g, "").trim();
}

/** A host that is written to and is not the brand's, or that nobody is written to. */
function wrongMailHost(url: URL, brand: BrandSettings): string | Wrong | undefined {
  const mailboxes = mailboxesOf(url);
  if (mailboxes.length === 0) {
    return {
      message: "This link writes to nobody: the mailbox is missing.",
      mending: "Write the mailbox after mailto:, as in mailto:{{brand.supportEmail}}?subject=Help.",
    };
  }
  // Of several in one, the last is meant by some programs and the first by others.
  const hosts = mailboxes.flatMap((each) => each.split("@").slice(1));
  return hosts.find((each) => !isOwnMailHost(each, brand));
}
