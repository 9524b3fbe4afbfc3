import type { BrandSettings } from "../../templates/settings.ts";
import { attributeOf, flatEmails, valueStart } from "../flat-html.ts";
import {
  asBrandWrites,
  isOwnHost,
  isOwnMailHost,
  mailboxesOf,
  type UnlistedHost,
  urlOf,
  wrongAddresses,
} from "../hosts.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const linkTarget: Rule = {
  name: "link-target",
  severity: "error",
  protects:
    "A message about passwords links to the brand's own pages alone, over https://: people learn to trust no other, and a forged message must not look like yours.",
  mending: "Write a whole address that starts with https://, of a page of the brand's.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code",
    to: '<p><a href="https://example.net/">The code</a>',
  },
  check,
};

function check(project: Project): Case[] {
  // Emails share nearly all of their links.
  const known = new Map<string, readonly Wrong[]>();
  return flatEmails(project).flatMap(({ part, html }) =>
    html.elements
      .filter(({ name }) => name === "a" || name === "area")
      .flatMap((element) => {
        const href = attributeOf(element, "href");
        if (!href) return [];
        const wrong = known.get(href.value) ?? wrongFor(href.value, project);
        known.set(href.value, wrong);
        return wrong.map((each) => ({ ...html.at(valueStart(html, href)), part, ...each }));
      }),
  );
}

type Wrong = Pick<Case, "message" | "mending">;

/** What is wrong with a link, for whichever brand writes it. */
function wrongFor(href: string, { brands }: Project): readonly Wrong[] {
  return wrongAddresses(
    Object.entries(brands.brands).flatMap(([key, brand]) => {
      const address = asBrandWrites(href, brand);
      const wrong = address === undefined ? undefined : wrongLink(address, key, brand);
      return wrong ? [wrong] : [];
    }),
  );
}

function wrongLink(address: string, key: string, brand: BrandSettings): Wrong | UnlistedHost | undefined {
  const url = urlOf(address);
  if (!url) {
    return address.trim() === ""
      ? { message: "This link leads nowhere." }
      : { message: `This link is no whole address: ${address}` };
  }
  switch (url.protocol) {
    case "tel:":
      return undefined;
    case "mailto:":
      return wrongMail(url, key, brand);
    case "https:":
      return wrongPage(url, key, brand);
    case "http:":
      return {
        message: "This link is not safe on its way: it starts with http://.",
        mending: "Write https://.",
      };
    default:
      return { message: `This link starts with ${url.protocol}, which opens no page.` };
  }
}

function wrongPage(
  { username, password, hostname }: URL,
  key: string,
  brand: BrandSettings,
): Wrong | UnlistedHost | undefined {
  if (username || password) {
    return {
      message: `This link has something before an @: it leads to ${hostname}, and looks as if it led elsewhere.`,
      mending: "Remove what stands between https:// and @.",
    };
  }
  return isOwnHost(hostname, brand) ? undefined : { does: "links to", host: hostname, brand: key };
}

function wrongMail(url: URL, key: string, brand: BrandSettings): Wrong | UnlistedHost | undefined {
  if (mailboxesOf(url).every((each) => each === "")) {
    return {
      message: "This link writes to nobody: the mailbox is missing.",
      mending: "Write the mailbox after mailto:, as in mailto:{{brand.supportEmail}}?subject=Help.",
    };
  }
  const hosts = mailboxesOf(url).map((each) => each.split("@").at(-1) ?? "");
  const other = hosts.find((each) => !isOwnMailHost(each, brand));
  return other === undefined ? undefined : { does: "writes to", host: other, brand: key };
}
