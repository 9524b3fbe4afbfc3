import type { BrandSettings } from "../templates/settings.ts";
import { isOwnHost, isOwnMailHost, mailboxesOf, type UnlistedHost, urlOf } from "./hosts.ts";
import type { Case } from "./rule.ts";

export type Wrong = Pick<Case, "message" | "mending">;

/** How a rule speaks of what leads to a page or a mailbox. */
export interface AddressWords {
  /** "link" */
  readonly thing: string;
  /** "links to" */
  readonly leads: string;
  /** "writes to" */
  readonly writes: string;
  /** What to do when it is no address at all. */
  readonly otherwise?: string;
}

/** What is wrong with an address for the brand that writes it: that people are led to, or may write to. */
export function wrongAddress(
  address: string,
  [key, brand]: readonly [string, BrandSettings],
  words: AddressWords,
): Wrong | UnlistedHost | undefined {
  const { thing, leads, writes, otherwise } = words;
  const url = urlOf(address);
  if (!url) {
    return address.trim() === ""
      ? { message: `This ${thing} leads nowhere.` }
      : { message: `This ${thing} is no whole address: ${address}` };
  }
  const unlisted = (does: string, host: string) => ({
    does,
    host,
    brand: key,
    ...(otherwise !== undefined && { otherwise }),
  });
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

/** A host that is written to and is not the brand's, or that nobody is written to. */
function wrongMailHost(url: URL, brand: BrandSettings): string | Wrong | undefined {
  if (mailboxesOf(url).every((each) => each === "")) {
    return {
      message: "This link writes to nobody: the mailbox is missing.",
      mending: "Write the mailbox after mailto:, as in mailto:{{brand.supportEmail}}?subject=Help.",
    };
  }
  const hosts = mailboxesOf(url).map((each) => each.split("@").at(-1) ?? "");
  return hosts.find((each) => !isOwnMailHost(each, brand));
}
