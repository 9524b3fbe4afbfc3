import { attributeOf, type FlatElement, type FlatHtml, flatEmails } from "../flat-html.ts";
import { asBrandWrites, mailboxesOf, urlOf } from "../hosts.ts";
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

/** What looks like an address of a page or of a mailbox. */
const ADDRESS = /(?:[\p{L}\p{N}._%+-]+@)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+\p{L}{2,}/gu;

function check(project: Project): Case[] {
  // Emails share nearly all of their links.
  const known = new Map<string, string | undefined>();
  return flatEmails(project).flatMap(({ part, html }) =>
    html.elements.flatMap((element) => {
      const href = element.name === "a" ? attributeOf(element, "href")?.value : undefined;
      const text = href === undefined ? "" : textOf(element, html);
      // Nearly every link shows words.
      if (href === undefined || !/[.@\ue000-\uf8ff]/.test(text)) return [];
      const key = `${href} ${text}`;
      const message = known.has(key) ? known.get(key) : wrongFor(text, href, project);
      known.set(key, message);
      return message ? [{ ...html.at(element.tagEnd), part, message }] : [];
    }),
  );
}

/** What is wrong for the first brand for which something is. */
function wrongFor(text: string, href: string, { brands }: Project): string | undefined {
  return Object.values(brands.brands)
    .map((brand) =>
      wrongText(
        // What a person is called holds no address.
        asBrandWrites(text, brand, () => " "),
        asBrandWrites(href, brand),
      ),
    )
    .find((each) => each !== undefined);
}

function textOf({ tagEnd, endTag }: FlatElement, { texts }: FlatHtml): string {
  return texts
    .filter(({ start }) => start >= tagEnd && start < endTag)
    .map(({ value }) => value)
    .join("");
}

function wrongText(text: string | undefined, href: string | undefined): string | undefined {
  const url = urlOf(href ?? "");
  // Another rule speaks of a link that is no address.
  if (text === undefined || !url) return undefined;
  const target = url.protocol === "mailto:" ? mailboxesOf(url).join(", ") : url.hostname;
  const other = [...text.matchAll(ADDRESS)].find(([shown]) => !isSame(shown, target));
  return other && `This link shows ${other[0]} and leads to ${target}.`;
}

/** Of a page, the site is enough; of two mailboxes at one site, each is another's. */
function isSame(shown: string, target: string): boolean {
  if (shown.includes("@") && target.includes("@")) return shown.toLowerCase() === target.toLowerCase();
  const [a, b] = [hostOf(shown), hostOf(target)];
  return a === b || a.endsWith(`.${b}`) || b.endsWith(`.${a}`);
}

function hostOf(address: string): string {
  const host = address.split("@").at(-1) ?? "";
  return (urlOf(`https://${host}`)?.hostname ?? host).replace(/^www\./, "");
}
