import type { Violation } from "../../templates/violation.ts";
import * as unsupported from "../html/client-feature.ts";
import { clientSupport, UPDATED } from "../html/client-support.ts";
import { addressesIn, type CssRule, emailCss } from "../html/email-css.ts";
import { type FlatElement, type FlatHtml, flatEmails } from "../html/flat-html.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import type { Rule } from "../rule.ts";

export const mailClientRules: readonly Rule[] = [
  {
    name: "mail-clients",
    severity: "warning",
    protects:
      "Mail clients do not support all of HTML and CSS. The rule reports what a reader would notice, with the support measured by caniemail.com; not what only looks plainer, has a fallback, or is inside @media or <!--[if !mso]>.",
    suggestion: "Do without it, or write a fallback before it.",
    example: {
      file: "templates/partials/button.html.hbs",
      from: "display:inline-block",
      to: "display:flex",
    },
    check: (project) =>
      oncePerFile(
        flatEmails(project).flatMap(({ html }) =>
          [...inElements(html), ...inCss(html)]
            .filter(({ start }) => !html.isHiddenFromOutlook(start))
            .map(({ name, start, feature }) => ({ ...html.at(start), ...wording(name, feature) })),
        ),
      ),
  },
];

interface Use {
  /** The usual name of the feature. */
  readonly name: string;
  readonly feature: unsupported.ClientFeature;
  readonly start: number;
}

function wording(
  name: string,
  { slug, instead }: unsupported.ClientFeature,
): Pick<Violation, "message" | "suggestion"> {
  if (!slug) return { message: `${name} is removed by all mail clients.`, suggestion: instead };
  const [full, partly, ...without] = clientSupport[slug];
  const some = partly > 0 ? `, and partly in ${partly} %` : "";
  const not = without.length > 0 ? `; not in ${new Intl.ListFormat("en").format(without)}` : "";
  const message = `${name} works in ${full} % of mail clients${some}${not} (caniemail.com, ${UPDATED}).`;
  return { message, suggestion: instead };
}

function inElements(html: FlatHtml): Use[] {
  return html.elements.flatMap((element) => {
    const { name, start, attributes } = element;
    const picture = attributes.get(name === "img" ? "src" : "background");
    return [
      ...use(`<${name}>`, unsupported.elements, name, start),
      ...[...attributes].flatMap(([attribute, at]) =>
        use(`The attribute ${attribute}`, unsupported.attributes, attribute, at.start),
      ),
      ...(picture ? matching(picture.value, unsupported.pictures, picture.start) : []),
      ...stylesheet(element),
    ];
  });
}

function use<T>(name: string, features: Readonly<Record<string, T>>, key: string, start: number) {
  return Object.hasOwn(features, key) ? [{ name, feature: features[key] as T, start }] : [];
}

/** Returns the features whose pattern matches a text. */
function matching(text: string, features: typeof unsupported.values, start: number): Use[] {
  return features.flatMap(([pattern, feature]) =>
    pattern.test(text) ? [{ name: feature.name, feature, start }] : [],
  );
}

/** A web font has a fallback: the next font in its list. */
const FONT = /font/i;

function stylesheet({ name, attributes, start }: FlatElement): Use[] {
  const isStylesheet = name === "link" && /\bstylesheet\b/i.test(attributes.get("rel")?.value ?? "");
  if (!isStylesheet || FONT.test(attributes.get("href")?.value ?? "")) return [];
  return [{ name: "An external stylesheet", feature: unsupported.rules.stylesheet, start }];
}

function inCss(html: FlatHtml): Use[] {
  return emailCss(html).flatMap(({ element, rules }) => rules.flatMap((rule) => inRule(rule, element)));
}

const MEDIA = /^@media\b/i;

function inRule(rule: CssRule, element: FlatElement): Use[] {
  const { prelude, inside, start } = rule;
  const isInMedia = inside.some((each) => MEDIA.test(each));
  const found = (name: string, feature: unsupported.ClientFeature): Use[] => [{ name, feature, start }];
  if (MEDIA.test(prelude))
    return isInMedia ? found("@media inside another @media", unsupported.rules.nestedMedia) : [];
  if (/^@import\b/i.test(prelude))
    return FONT.test(prelude) ? [] : found("@import", unsupported.rules.import);
  if (/^@/.test(prelude)) return [];
  if (inside.some((each) => !each.startsWith("@")))
    return found("A rule inside another rule", unsupported.rules.nested);
  // Clients that support @media support most of CSS.
  if (isInMedia || inside.length > 0) return [];
  return [...inSelector(rule), ...inDeclarations(rule, element)];
}

function inSelector({ prelude, start, declarations }: CssRule): Use[] {
  const text = declarations.find(({ property }) => property === "content")?.value ?? "";
  const hasText = /["'][^"']*[^\s"'][^"']*["']/.test(text);
  const [, pseudo] = /:(before|after)\b/i.exec(prelude) ?? [];
  const rules = unsupported.rules;
  return [
    ...(pseudo && hasText
      ? [{ name: `The text of ::${pseudo}`, feature: rules[pseudo.toLowerCase() as "before"], start }]
      : []),
    ...(/:has\(/i.test(prelude) ? [{ name: ":has()", feature: rules.has, start }] : []),
  ];
}

function inDeclarations({ declarations }: CssRule, { attributes }: FlatElement): Use[] {
  // A background's fallback is its colour.
  const kindOf = (property: string) => (property.startsWith("background") ? "background" : property);
  const plain = new Set(attributes.has("bgcolor") ? ["background"] : []);
  const uses = declarations.flatMap(({ property, value, start }) => {
    const own = use(property, unsupported.properties, property, start)
      .filter(({ feature }) => feature.value?.test(value) ?? true)
      .map((each) =>
        /^[a-z-]+$/i.test(value) && each.feature.value ? { ...each, name: `${property}: ${value}` } : each,
      );
    const all = [
      ...own,
      ...matching(value, unsupported.values, start),
      ...addressesIn(value).flatMap((address) => matching(address, unsupported.pictures, start)),
    ];
    if (all.length === 0) plain.add(kindOf(property));
    return all.map((each) => ({ ...each, kind: kindOf(property) }));
  });
  return uses.filter(({ kind }) => !plain.has(kind));
}
