import { brandsAt } from "../brand-branches.ts";
import { attributeOf, type FlatElement, flatEmails, valueStart } from "../flat-html.ts";
import { asBrandWrites, wrongAddresses } from "../hosts.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { type Wrong, wrongAddress } from "../wrong-address.ts";

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
    [...html.elements, ...html.outlook.elements].filter(isLink).flatMap((element) => {
      const href = attributeOf(element, "href");
      if (!href) return [];
      const brands = brandsAt(element.start, html, project);
      const key = JSON.stringify([href.value, ...brands.map(([brand]) => brand)]);
      const wrong = known.get(key) ?? wrongFor(href.value, brands);
      known.set(key, wrong);
      return wrong.map((each) => ({ ...html.at(valueStart(html, href)), part, ...each }));
    }),
  );
}

/** A shape that Outlook draws, such as the `<v:roundrect>` of a button, is a link as well. */
function isLink({ name }: FlatElement): boolean {
  return name === "a" || name === "area" || name.startsWith("v:");
}

const WORDS = { thing: "link", leads: "links to", writes: "writes to" };

/** What is wrong with a link, for whichever brand writes it. */
function wrongFor(href: string, brands: ReturnType<typeof brandsAt>): readonly Wrong[] {
  return wrongAddresses(
    brands.flatMap(([key, brand]) => {
      const address = asBrandWrites(href, brand);
      const wrong = address === undefined ? undefined : wrongAddress(address, [key, brand], WORDS);
      return wrong ? [wrong] : [];
    }),
  );
}
