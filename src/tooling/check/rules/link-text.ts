import { addressesIn, type TextAddress } from "../html/addresses.ts";
import { brandsAt } from "../html/brand-branches.ts";
import { attributeOf, flatEmails, unmarked } from "../html/flat-html.ts";
import { asBrandWrites, mailboxesOf, urlOf } from "../html/hosts.ts";
import { mayHoldAddress, passagesOf, readings, shownInText } from "../html/passages.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const linkText: Rule = {
  name: "link-text",
  severity: "error",
  protects:
    "A link that shows one address and leads to another is what forged messages have: mail programs warn of it, and people should.",
  mending: "Show the address that it leads to, or words such as “Choose a new password”.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code",
    to: '<p><a href="https://example.com/">www.example.net</a>The code',
  },
  check,
};

function check(project: Project): Case[] {
  // Emails share nearly all of their links.
  const known = new Map<string, string | undefined>();
  return flatEmails(project).flatMap(({ part, html }) =>
    passagesOf(part, project).flatMap((passage) => {
      const { link } = passage;
      const href = link && attributeOf(link, "href")?.value;
      // Nearly every link shows words.
      if (!link || !href || !mayHoldAddress(passage, project)) return [];
      return brandsAt(link.start, html, project).flatMap(([brandKey, brand]) =>
        readings(passage, html, brand, shownInText).flatMap(({ text }) => {
          const key = JSON.stringify([brandKey, href, text]);
          const message = known.has(key) ? known.get(key) : wrongText(text, asBrandWrites(href, brand));
          known.set(key, message);
          return message ? [{ ...html.at(link.tagEnd), part, message }] : [];
        }),
      );
    }),
  );
}

function wrongText(text: string, href: string | undefined): string | undefined {
  const url = urlOf(href ?? "");
  // Another rule speaks of a link that is no address.
  if (!url) return undefined;
  const target = url.protocol === "mailto:" ? mailboxesOf(url).join(", ") : url.hostname;
  const other = addressesIn(text).find((address) => !isSame(address, target));
  return other && `This link shows ${unmarked(shownOf(other))} and leads to ${target}.`;
}

/** Of a page, the site is enough; of two mailboxes at one site, each is another's. */
function isSame(shown: TextAddress, target: string): boolean {
  if (shown.is === "mailbox" && target.includes("@"))
    return shown.text.toLowerCase() === target.toLowerCase();
  const [a, b] = [siteOf(shown.host), siteOf(target.split("@").at(-1) ?? "")];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function shownOf({ is, text, host }: TextAddress): string {
  return is === "mailbox" ? text : host;
}

function siteOf(host: string): string {
  return (urlOf(`https://${host}`)?.hostname ?? host).replace(/^www\./, "");
}
