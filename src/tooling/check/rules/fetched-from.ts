import { brandsAt } from "../brand-branches.ts";
import { emailCss } from "../email-css.ts";
import {
  type FlatAttribute,
  type FlatElement,
  type FlatHtml,
  flatEmails,
  markerOf,
  valueStart,
} from "../flat-html.ts";
import { asBrandWrites, isOwnHost, type UnlistedHost, urlOf, wrongAddresses } from "../hosts.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const fetchedFrom: Rule = {
  name: "fetched-from",
  severity: "error",
  protects:
    "A picture or font that an email fetches tells whoever owns its host who opens the message and when, and can be changed after you have sent it. So it comes from a host of the brand's, over https://.",
  mending: "Put the file on a host of the brand's, and write its whole address with https://.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: '<img alt="" src="https://pictures.example.net/logo.png">{{> code}}',
  },
  check,
};

function check(project: Project): Case[] {
  // Emails share nearly all of what they fetch.
  const known = new Map<string, readonly Wrong[]>();
  return flatEmails(project).flatMap(({ part, html }) =>
    [...fromAttributes(html), ...fromCss(html)].flatMap(({ address, offset }) => {
      const brands = brandsAt(offset, html, project);
      const key = JSON.stringify([address, ...brands.map(([brand]) => brand)]);
      const wrong = known.get(key) ?? wrongFor(address, brands);
      known.set(key, wrong);
      return wrong.map((each) => ({ ...html.at(offset), part, ...each }));
    }),
  );
}

interface Fetched {
  readonly address: string;
  readonly offset: number;
}

const FETCHED = new Set(["src", "srcset", "background", "poster", "data"]);

function fromAttributes(html: FlatHtml): Fetched[] {
  return [...html.elements, ...html.outlook.elements].flatMap((element) =>
    element.attributes
      .filter((attribute) => isFetched(element, attribute))
      .flatMap((attribute) => {
        const offset = valueStart(html, attribute);
        const isSet = attribute.name === "srcset";
        const all = isSet ? srcsetAddresses(attribute.value) : [attribute.value];
        return all.map((address) => ({ address: address.trim(), offset }));
      }),
  );
}

/** As the HTML standard reads it: a comma ends an address only at its end, or after its size. */
function srcsetAddresses(value: string): string[] {
  const addresses: string[] = [];
  let rest = value;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, "");
    const [address = ""] = /^\S+/.exec(rest) ?? [];
    if (address === "") return addresses;
    addresses.push(address.replace(/,+$/, ""));
    rest = rest.slice(address.length);
    if (!address.endsWith(",")) rest = rest.replace(/^(?:\([^)]*\)?|[^,(])*/, "");
  }
}

function isFetched(element: FlatElement, { name }: FlatAttribute): boolean {
  const isOfLink = name === "href" && ["link", "image", "use"].includes(element.name);
  return isOfLink || name === "xlink:href" || FETCHED.has(name);
}

function fromCss(html: FlatHtml): Fetched[] {
  return [...emailCss(html), ...emailCss(html, html.outlook.elements)].flatMap(({ addresses, offsetOf }) =>
    addresses.map(({ address, offset }) => ({ address, offset: offsetOf(offset) })),
  );
}

type Wrong = Pick<Case, "message" | "mending">;

function wrongFor(written: string, brands: ReturnType<typeof brandsAt>): readonly Wrong[] {
  // What is written into the email itself, or points into it, is not fetched.
  if (/^(?:data:|#)/i.test(written)) return [];
  const secret = ["code", "resetLink"].find((name) => written.includes(markerOf(name)));
  if (secret) {
    return [
      {
        message: `{{${secret}}} stands in an address that is fetched: whoever owns the host gets the code before the person has typed it in.`,
        mending: `Remove {{${secret}}} from the address.`,
      },
    ];
  }
  const all = brands.flatMap(([key, brand]): (Wrong | UnlistedHost)[] => {
    const address = asBrandWrites(written, brand);
    if (address === undefined) return [];
    const url = urlOf(address);
    if (!url) return [{ message: `This is no whole address, so nothing can be fetched from it: ${address}` }];
    if (url.protocol !== "https:") {
      return [
        { message: `This is fetched over ${url.protocol} and not over https:.`, mending: "Write https://." },
      ];
    }
    if (isOwnHost(url.hostname, brand)) return [];
    return [{ does: "is fetched from", host: url.hostname, brand: key }];
  });
  return wrongAddresses(all);
}
