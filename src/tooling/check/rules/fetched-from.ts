import { brandsAt } from "../html/brand-branches.ts";
import { cssTokens } from "../html/css-tokens.ts";
import { emailCss } from "../html/email-css.ts";
import {
  type FlatAttribute,
  type FlatElement,
  type FlatHtml,
  flatEmails,
  markerOf,
  valueStart,
} from "../html/flat-html.ts";
import { asBrandWrites, isOwnHost, type UnlistedHost, urlOf, wrongAddresses } from "../html/hosts.ts";
import { straightQuotes } from "../html/wrong-address.ts";
import type { Project } from "../project.ts";
import { perProject } from "../remembered.ts";
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
  check: perProject(check),
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

const FETCHED = new Set("src background poster data lowsrc dynsrc longdesc manifest codebase".split(" "));

/** Several addresses, each with its size. */
const SETS = new Set(["srcset", "imagesrcset"]);

/** Elements whose `href` is a link: of others it is fetched. */
const LINKS = /^(?:a|area|base|v:.*)$/;

function fromAttributes(html: FlatHtml): Fetched[] {
  return [...html.elements, ...html.outlook.elements].flatMap((element) =>
    element.attributes.flatMap((attribute) => {
      const addresses = addressesOf(element, attribute);
      return addresses.map((address) => ({ address: address.trim(), offset: valueStart(html, attribute) }));
    }),
  );
}

function addressesOf(element: FlatElement, { name, value }: FlatAttribute): readonly string[] {
  // `xlink:href` and `o:src` too.
  const local = name.split(":").at(-1) ?? "";
  if (SETS.has(local)) return srcsetAddresses(value);
  // Told of each click.
  if (local === "ping") return value.split(/\s+/).filter((each) => each !== "");
  if (FETCHED.has(local)) return [value];
  if (local === "href" && (local !== name || !LINKS.test(element.name))) return [value];
  return name === "style" ? [] : drawn(value);
}

/** What a drawing is filled with, among others: `fill="url(…)"`. */
function drawn(value: string): readonly string[] {
  if (!value.includes("(")) return [];
  const isHidden = value.includes("\\");
  return cssTokens(value)
    .addresses.filter(({ isFetched }) => isFetched || isHidden)
    .map(({ address }) => address);
}

/** As the HTML standard reads it: a comma ends an address only at its end, or after its size. */
function srcsetAddresses(value: string): string[] {
  const addresses: string[] = [];
  let rest = value;
  for (;;) {
    rest = rest.replace(/^[\s,]+/, "");
    const [address = ""] = /^\S+/.exec(rest) ?? [];
    if (address === "") return addresses;
    addresses.push(...parted(address.replace(/,+$/, "")));
    rest = rest.slice(address.length);
    if (!address.endsWith(",")) rest = rest.replace(/^(?:\([^)]*\)?|[^,(])*/, "");
  }
}

/** Not all mail programs know the standard: for some there are two where no space follows the comma. */
function parted(address: string): string[] {
  return /^data:/i.test(address) ? [address] : address.split(/,(?=(?:[a-z]+:)?[\\/]{2})/i);
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
    if (!url) {
      const message = `This is no whole address, so nothing can be fetched from it: ${address}`;
      return [{ message, ...straightQuotes(address) }];
    }
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
