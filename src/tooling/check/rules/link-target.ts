import { brandsAt } from "../html/brand-branches.ts";
import {
  attributeOf,
  type FlatAttribute,
  type FlatElement,
  flatEmails,
  markerOf,
  valueStart,
} from "../html/flat-html.ts";
import { asBrandWrites, urlOf, wrongAddresses } from "../html/hosts.ts";
import { OWN_MAILBOX, OWN_PAGE, type Wrong, wrongAddress } from "../html/wrong-address.ts";
import type { Project } from "../project.ts";
import { perProject } from "../remembered.ts";
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
  check: perProject(check),
};

function check(project: Project): Case[] {
  // Emails share nearly all of their links.
  const known = new Map<string, readonly Wrong[]>();
  return flatEmails(project).flatMap(({ part, html }) =>
    [...html.elements, ...html.outlook.elements].flatMap((element) =>
      targetsOf(element).flatMap(({ href, attribute }) => {
        const brands = brandsAt(element.start, html, project);
        const key = JSON.stringify([href, ...brands.map(([brand]) => brand)]);
        const wrong = known.get(key) ?? wrongFor(href, brands);
        known.set(key, wrong);
        return wrong.map((each) => ({ ...html.at(valueStart(html, attribute)), part, ...each }));
      }),
    ),
  );
}

/** Where an element leads, and the attribute that says so. */
function targetsOf(element: FlatElement): { readonly href: string; readonly attribute: FlatAttribute }[] {
  if (isLink(element)) {
    const attribute = attributeOf(element, "href");
    return attribute ? [{ href: attribute.value, attribute }] : [];
  }
  // What is drawn can have its link changed: `<set attributeName="href" to="…">`.
  if (!/href|src/i.test(attributeOf(element, "attributename")?.value ?? "")) return [];
  return element.attributes
    .filter(({ name }) => ["to", "from", "by", "values"].includes(name))
    .flatMap((attribute) => attribute.value.split(";").map((href) => ({ href, attribute })));
}

/** A shape that Outlook draws, such as the `<v:roundrect>` of a button, is a link as well. */
function isLink({ name }: FlatElement): boolean {
  return name === "a" || name === "area" || name.startsWith("v:");
}

const WORDS = { thing: "link", leads: "links to", writes: "writes to" };

/** What is wrong with a link, for whichever brand writes it. */
function wrongFor(href: string, brands: ReturnType<typeof brandsAt>): readonly Wrong[] {
  const words = { ...WORDS, first: /^\s*mailto:/i.test(href) ? OWN_MAILBOX : OWN_PAGE };
  return wrongAddresses(
    brands.flatMap(([key, brand]) => {
      const address = asBrandWrites(href, brand);
      if (address === undefined) return [];
      return secretIn(href, address) ?? wrongAddress(address, [key, brand], words) ?? [];
    }),
  );
}

/** The code is for the page where it is typed in: not for whoever is written to or called. */
function secretIn(href: string, address: string): Wrong | undefined {
  const secret = ["code", "resetLink"].find((name) => href.includes(markerOf(name)));
  if (!secret || !/^(?:mailto|tel):$/.test(urlOf(address)?.protocol ?? "")) return undefined;
  return {
    message: `{{${secret}}} stands in a link that writes or calls: whoever gets it gets the code.`,
    mending: `Remove {{${secret}}} from the link.`,
  };
}
