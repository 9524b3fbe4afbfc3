import type { Violation } from "../../templates/violation.ts";
import * as lacking from "../html/client-feature.ts";
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
      "Mail clients leave out much of HTML and CSS. This lists what a reader would miss, with the support that caniemail.com has measured; not what only looks plainer, what has a fallback beside it, or what is inside @media or <!--[if !mso]>.",
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
  /** The feature as people call it. */
  readonly name: string;
  readonly feature: lacking.ClientFeature;
  readonly start: number;
}

function wording(
  name: string,
  { slug, instead }: lacking.ClientFeature,
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
      ...use(`<${name}>`, lacking.elements, name, start),
      ...[...attributes].flatMap(([attribute, at]) =>
        use(`The attribute ${attribute}`, lacking.attributes, attribute, at.start),
      ),
      ...(picture ? matching(picture.value, lacking.pictures, picture.start) : []),
      ...stylesheet(element),
    ];
  });
}

function use<T>(name: string, features: Readonly<Record<string, T>>, key: string, start: number) {
  return Object.hasOwn(features, key) ? [{ name, feature: features[key] as T, start }] : [];
}

/** The features whose pattern a text has. */
function matching(text: string, features: typeof lacking.values, start: number): Use[] {
  return features.flatMap(([pattern, feature]) =>
    pattern.test(text) ? [{ name: feature.name, feature, start }] : [],
  );
}

/** A web font has the next font of its list to fall back to. */
const FONT = /font/i;

function stylesheet({ name, attributes, start }: FlatElement): Use[] {
  const isStylesheet = name === "link" && /\bstylesheet\b/i.test(attributes.get("rel")?.value ?? "");
  if (!isStylesheet || FONT.test(attributes.get("href")?.value ?? "")) return [];
  return [{ name: "A stylesheet of its own", feature: lacking.rules.stylesheet, start }];
}

function inCss(html: FlatHtml): Use[] {
  return emailCss(html).flatMap(({ element, rules }) => rules.flatMap((rule) => inRule(rule, element)));
}

const MEDIA = /^@media\b/i;

function inRule(rule: CssRule, element: FlatElement): Use[] {
  const { prelude, inside, start } = rule;
  const isInMedia = inside.some((each) => MEDIA.test(each));
  const found = (name: string, feature: lacking.ClientFeature): Use[] => [{ name, feature, start }];
  if (MEDIA.test(prelude))
    return isInMedia ? found("@media inside another @media", lacking.rules.nestedMedia) : [];
  if (/^@import\b/i.test(prelude)) return FONT.test(prelude) ? [] : found("@import", lacking.rules.import);
  if (/^@/.test(prelude)) return [];
  if (inside.some((each) => !each.startsWith("@")))
    return found("A rule inside another rule", lacking.rules.nested);
  // Clients that read @media read most of what is inside.
  if (isInMedia || inside.length > 0) return [];
  return [...inSelector(rule), ...inDeclarations(rule, element)];
}

function inSelector({ prelude, start, declarations }: CssRule): Use[] {
  const text = declarations.find(({ property }) => property === "content")?.value ?? "";
  const hasText = /["'][^"']*[^\s"'][^"']*["']/.test(text);
  const [, pseudo] = /:(before|after)\b/i.exec(prelude) ?? [];
  const rules = lacking.rules;
  return [
    ...(pseudo && hasText
      ? [{ name: `The text of ::${pseudo}`, feature: rules[pseudo.toLowerCase() as "before"], start }]
      : []),
    ...(/:has\(/i.test(prelude) ? [{ name: ":has()", feature: rules.has, start }] : []),
  ];
}

function inDeclarations({ declarations }: CssRule, { attributes }: FlatElement): Use[] {
  // A background's colour is what is left of it.
  const kindOf = (property: string) => (property.startsWith("background") ? "background" : property);
  const plain = new Set(attributes.has("bgcolor") ? ["background"] : []);
  const uses = declarations.flatMap(({ property, value, start }) => {
    const own = use(property, lacking.properties, property, start)
      .filter(({ feature }) => feature.value?.test(value) ?? true)
      .map((each) =>
        /^[a-z-]+$/i.test(value) && each.feature.value ? { ...each, name: `${property}: ${value}` } : each,
      );
    const all = [
      ...own,
      ...matching(value, lacking.values, start),
      ...addressesIn(value).flatMap((address) => matching(address, lacking.pictures, start)),
    ];
    if (all.length === 0) plain.add(kindOf(property));
    return all.map((each) => ({ ...each, kind: kindOf(property) }));
  });
  return uses.filter(({ kind }) => !plain.has(kind));
}
