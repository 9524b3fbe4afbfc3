import type { BrandSettings } from "../../templates/brands.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { addressesIn, emailCss } from "../html/email-css.ts";
import { type FlatHtml, flatEmails } from "../html/flat-html.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import { valueForBrand } from "../html/value-for-brand.ts";
import type { Rule } from "../rule.ts";

export const hostRules: readonly Rule[] = [
  {
    name: "hosts",
    severity: "error",
    protects:
      "Every link, picture, font and stylesheet of an email has to be at one of the brand's own hosts, over https. The owner of another host learns who opens the message and when, and could change what people see or where they type in the code.",
    suggestion:
      "Use an https:// address of the brand's, or list the host in `hosts` of the brand in templates/brands.json.",
    example: {
      file: "templates/partials/layout.html.hbs",
      from: "{{> @partial-block}}",
      to: '<img alt="" src="https://pictures.example.net/logo.png">{{> @partial-block}}',
    },
    check,
  },
];

function check(project: Project): Violation[] {
  const brands = Object.entries(project.brands.brands);
  return oncePerFile(
    flatEmails(project).flatMap(({ html }) =>
      addresses(html).flatMap(({ address, start, isFetched }) => {
        const wrong = brands.flatMap(([key, brand]) => {
          const written = valueForBrand(address, html, brand);
          const message = written === undefined ? undefined : problemOf(written.trim(), brand, isFetched);
          return message ? [{ key, message }] : [];
        });
        return [...Map.groupBy(wrong, ({ message }) => message)].map(([message, of]) => {
          const keys = of.map(({ key }) => `"${key}"`).join(", ");
          const isEvery = of.length === brands.length;
          return { ...html.at(start), message: isEvery ? message : `For the brand ${keys}: ${message}` };
        });
      }),
    ),
  );
}

interface Address {
  /** The address, with markers for printed values. */
  readonly address: string;
  readonly start: number;
  /** Whether mail clients fetch it without a click. */
  readonly isFetched: boolean;
}

const FETCHED = new Set(["src", "background", "poster", "data"]);
const LINKS = /^(?:a|area|v:.*)$/;

function addresses(html: FlatHtml): Address[] {
  const inAttributes = [...html.elements, ...html.outlook].flatMap(({ name: element, attributes }) =>
    [...attributes].flatMap(([name, { value, offsetOf }]): Address[] => {
      const found = (each: string, isFetched: boolean) => ({ address: each, start: offsetOf(0), isFetched });
      if (FETCHED.has(name)) return [found(value, true)];
      if (name === "srcset") {
        return value.split(/,\s/).map((each) => found(each.trim().split(/\s/)[0] ?? "", true));
      }
      if (name === "href") return [found(value, !LINKS.test(element))];
      return name === "action" ? [found(value, false)] : [];
    }),
  );
  const inCss = emailCss(html).flatMap(({ rules }) =>
    rules.flatMap(({ prelude, start, declarations }) =>
      [{ value: prelude, start }, ...declarations].flatMap((each) =>
        addressesIn(each.value).map((address) => ({ address, start: each.start, isFetched: true })),
      ),
    ),
  );
  return [...inAttributes, ...inCss];
}

/** Returns what is wrong with an address, if anything. */
function problemOf(address: string, brand: BrandSettings, isFetched: boolean): string | undefined {
  if (/^(?:data:|cid:|tel:|sms:|#.)/i.test(address)) return undefined;
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (!url) return `"${address}" is not a complete address.`;
  if (url.protocol === "mailto:") {
    const own = brand.supportEmail?.split("@").at(-1)?.toLowerCase();
    const hosts = url.pathname.split(",").map((each) => each.split("@").at(-1)?.toLowerCase() ?? "");
    const stranger = hosts.find((host) => host !== own && !isOwnHost(host, brand));
    return stranger === undefined ? undefined : `This writes to ${stranger}, which is not the brand's.`;
  }
  const does = isFetched ? "is fetched" : "links";
  if (url.protocol !== "https:") return `This ${does} over ${url.protocol} instead of https:.`;
  if (isOwnHost(url.hostname, brand)) return undefined;
  return `This ${does} ${isFetched ? "from" : "to"} ${url.hostname}, which is not listed as the brand's.`;
}

/** Whether a host is the brand's: its domain or a subdomain, a host of its pages or logo, or one in `hosts`. */
function isOwnHost(host: string, brand: BrandSettings): boolean {
  const { domain, origin, supportUrl, resetUrl, logo, hosts = [] } = brand;
  if (domain && (host === domain || host.endsWith(`.${domain}`))) return true;
  const pages = [supportUrl, resetUrl, logo?.url, logo?.dark].flatMap((page) =>
    page && URL.canParse(page) ? new URL(page).hostname : [],
  );
  return [origin, ...pages, ...hosts].includes(host);
}
