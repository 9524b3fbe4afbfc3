import { didYouMean } from "../../templates/did-you-mean.ts";
import { beginsCurly } from "../characters.ts";
import {
  closest,
  type FlatElement,
  type FlatHtml,
  flatEmails,
  unmarked,
  valueStart,
} from "../html/flat-html.ts";
import { htmlElements } from "../html/html-elements.ts";
import { attributes, elements, type Loss, pictures, styleInBody } from "../html/mail-clients.ts";
import type { Case, Rule } from "../rule.ts";

export const mailHtml: Rule = {
  name: "mail-html",
  severity: "error",
  protects:
    "Mail programs show a part of what browsers show. What Gmail, Outlook, Apple Mail or Yahoo removes is not there for the people who use it, and some of it makes a message look like an attack.",
  mending: "Write it as plain text, links and tables.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "{{> code}}",
    to: "{{> code}}<form><input name=code></form>",
  },
  check: (project) =>
    flatEmails(project).flatMap(({ part, html }) =>
      [
        ...html.elements.flatMap((element) => lossesOf(element, html)),
        // What Outlook alone reads is lost nowhere else: there it is what is dangerous that counts.
        ...html.outlook.elements
          .flatMap((element) => lossesOf(element, html))
          .filter(({ loss }) => loss.severity === "error"),
      ]
        .map(
          ({ shown, offset, loss }): Said => ({
            offset,
            severity: loss.severity,
            message: `${shown} ${loss.happens}.`,
            mending: loss.instead,
          }),
        )
        .concat(html.elements.flatMap(mistyped))
        .map(({ offset, ...said }) => ({ ...html.at(offset), part, ...said })),
    ),
};

interface Found {
  readonly shown: string;
  readonly offset: number;
  readonly loss: Loss;
}

function lossesOf(element: FlatElement, html: FlatHtml): Found[] {
  const found: Found[] = [];
  const { name, start } = element;
  const lose = (loss: Loss | undefined, shown: string, offset: number, value = "") => {
    if (loss && (loss.value?.test(value) ?? true)) found.push({ shown, offset, loss });
  };
  // What is drawn inside a drawing is lost with it.
  if (!isWithin(element, "svg")) lose(own(elements, name), `<${name}>`, start);
  if (isStyleInBody(element)) lose(styleInBody, "<style>", start);
  for (const attribute of element.attributes) {
    const of = own(elements, `${name}[${attribute.name}]`);
    lose(of, unmarked(`<${name} ${attribute.name}="${attribute.value}">`), start, attribute.value);
    const key = /^on[a-z]/.test(attribute.name) ? "on*" : attribute.name;
    lose(own(attributes, key), `The attribute ${attribute.name}`, attribute.start);
    const isPicture = name === "img" && attribute.name === "src";
    if (isPicture) lose(pictureLoss(attribute.value), "This", valueStart(html, attribute));
  }
  return found;
}

type Said = Pick<Case, "message" | "mending" | "severity"> & { readonly offset: number };

/** What no program knows, and what a word processor has made of straight quotes. */
function mistyped(element: FlatElement): Said[] {
  const { name, start, attributes } = element;
  const found: Said[] = attributes
    .filter(({ value }) => beginsCurly(value))
    .map((attribute) => ({
      offset: attribute.start,
      message: `Curly quotes do not hold an attribute's value together: ${attribute.name} is read wrongly.`,
      mending: `Write straight quotes: ${attribute.name}="…".`,
    }));
  // A name with a hyphen or a colon is another's own: <o:p> is Outlook's.
  if (!htmlElements.has(name) && /^[a-z0-9]+$/.test(name) && !isDrawn(element)) {
    const meant = inOtherOrder(name) ?? didYouMean(name, htmlElements, 2);
    found.push({
      offset: start,
      severity: "warning",
      message: `There is no <${name}> in HTML: mail programs pass it over.`,
      mending: meant ? `Did you mean <${meant}>?` : "Remove it, with its end tag.",
    });
  }
  return found;
}

/** The element of the same letters: <bid> is rather <bdi> than <big>. */
function inOtherOrder(name: string): string | undefined {
  const lettersOf = (each: string) => [...each].sort().join("");
  return [...htmlElements].find((each) => lettersOf(each) === lettersOf(name));
}

function isDrawn(element: FlatElement): boolean {
  return isWithin(element, "svg") || isWithin(element, "math");
}

function isStyleInBody(element: FlatElement): boolean {
  return element.name === "style" && !isWithin(element, "head") && isWithin(element, "body");
}

function isWithin({ parent }: FlatElement, around: string): boolean {
  return closest(parent, ({ name }) => name === around) !== undefined;
}

function pictureLoss(address: string): Loss | undefined {
  const [path = ""] = address.toLowerCase().split(/[?#]/);
  const key = Object.keys(pictures).find((each) =>
    each === "data:" ? path.startsWith(each) : path.endsWith(each),
  );
  return key === undefined ? undefined : pictures[key];
}

function own(table: Readonly<Record<string, Loss>>, name: string): Loss | undefined {
  return Object.hasOwn(table, name) ? table[name] : undefined;
}
