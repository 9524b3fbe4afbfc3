import { type CssRule, type Declaration, emailCss, inlineDeclarations } from "./email-css.ts";
import type { FlatElement, FlatHtml } from "./flat-html.ts";

export type Scheme = "light" | "dark";

/** The winning declarations of an element, by property, without inherited ones. */
export type Computed = ReadonlyMap<string, Declaration>;

/** `.card .text a` */
interface Selector {
  /** Compounds from left to right, each as its simple selectors: `[["table", ".card"], ["a"]]`. */
  readonly compounds: readonly (readonly string[])[];
  readonly specificity: number;
}

interface Rule extends Selector {
  readonly order: number;
  readonly scheme: Scheme | undefined;
  readonly declarations: readonly Declaration[];
}

/**
 * Returns a function for the CSS of an element in a scheme: from attributes such as `bgcolor`, stylesheets, and
 * `style="…"`; without rules for narrow screens, states (`:hover`) and single mail clients (`[data-ogsc] …`).
 */
export function cascade(html: FlatHtml): (element: FlatElement, scheme: Scheme) => Computed {
  const css = emailCss(html);
  const byKey = Map.groupBy(
    css
      .filter(({ element }) => element.name === "style")
      .flatMap(({ rules }) => rules)
      .flatMap(rulesOf),
    ({ compounds }) => keyOf(compounds.at(-1) ?? []),
  );
  const inline = new Map(
    css
      .filter(({ element }) => element.name !== "style")
      .map((each) => [each.element, inlineDeclarations(each)]),
  );
  // Many elements have the same names, such as `<td class="text">`.
  const byNames = new Map<string, Computed>();
  const sheet = (element: FlatElement, scheme: Scheme): Computed => {
    const names = namesOf(element);
    const id = `${scheme} ${names.join(" ")}`;
    const cached = byNames.get(id);
    if (cached) return cached;
    const rules = names
      .flatMap((name) => byKey.get(name) ?? [])
      .filter((rule) => (rule.scheme ?? scheme) === scheme);
    const winners = winnersOf(
      rules
        .filter(({ compounds }) => matches(element, compounds))
        .sort((a, b) => a.specificity - b.specificity || a.order - b.order)
        .flatMap(({ declarations }) => declarations),
    );
    if (rules.every(({ compounds }) => compounds.length === 1)) byNames.set(id, winners);
    return winners;
  };
  const cache = { light: new Map<FlatElement, Computed>(), dark: new Map<FlatElement, Computed>() };
  return (element, scheme) => {
    const cached = cache[scheme].get(element);
    if (cached) return cached;
    const own = [...sheet(element, scheme).values(), ...(inline.get(element) ?? [])];
    const winners = winnersOf([...hints(element), ...own]);
    cache[scheme].set(element, winners);
    return winners;
  };
}

/** Returns the last declaration of each property, where `!important` ones take precedence. */
function winnersOf(declarations: readonly Declaration[]): Computed {
  const winners = new Map<string, Declaration>();
  for (const declaration of declarations) {
    const property = declaration.property === "background" ? "background-color" : declaration.property;
    if (declaration.isImportant || !winners.get(property)?.isImportant) winners.set(property, declaration);
  }
  return winners;
}

/** Returns presentational attributes, such as `bgcolor`, as declarations. */
function hints({ name, attributes }: FlatElement): Declaration[] {
  const hint = (attribute: string, property: string, written = (value: string) => value) => {
    const found = attributes.get(attribute);
    if (!found) return [];
    return [{ property, value: written(found.value), isImportant: false, start: found.start }];
  };
  return [
    ...hint("bgcolor", "background-color"),
    ...hint("background", "background-image", (value) => `url(${value})`),
    ...hint("dir", "direction"),
    ...(name === "font" ? hint("color", "color") : []),
    ...(name === "body" ? hint("text", "color") : []),
  ];
}

function rulesOf({ prelude, inside, declarations }: CssRule, order: number): Rule[] {
  const scheme = schemeOf(inside);
  if (scheme === "neither" || prelude === "" || prelude.startsWith("@")) return [];
  return prelude.split(",").flatMap((written) => {
    const selector = selectorOf(written);
    return selector ? [{ ...selector, order, scheme, declarations }] : [];
  });
}

/** Returns the scheme in which rules inside these at-rules apply on a wide screen; `undefined` for both. */
function schemeOf(inside: readonly string[]): Scheme | "neither" | undefined {
  let scheme: Scheme | undefined;
  for (const prelude of inside) {
    const media = /^@media\s+([\s\S]*)$/i.exec(prelude)?.[1]?.toLowerCase();
    if (media === undefined) return "neither";
    const [, preferred] = /\(\s*prefers-color-scheme\s*:\s*(light|dark)\s*\)/.exec(media) ?? [];
    const rest = media.replace(/\(\s*prefers-color-scheme[^)]*\)|\b(?:only|screen|all|and)\b|[\s,]+/g, "");
    if (rest !== "") return "neither";
    scheme = (preferred as Scheme | undefined) ?? scheme;
  }
  return scheme;
}

/** Reads a selector of elements, classes, ids and ancestors; `undefined` for any other. */
function selectorOf(written: string): Selector | undefined {
  const words = written
    .replace(/:root\b/g, "html")
    .split(/[\s>]+/)
    .filter(Boolean);
  const compounds = words.map((word) =>
    /^(?:\*|[a-z][\w-]*)?(?:[.#][\w-]+)*$/i.test(word) ? (word.match(/[.#]?[\w-]+|\*/g) ?? []) : undefined,
  );
  if (compounds.length === 0 || compounds.includes(undefined)) return undefined;
  const all = compounds.flatMap((each) => each ?? []);
  const weight = (simple: string) =>
    simple.startsWith("#") ? 10_000 : simple.startsWith(".") ? 100 : simple === "*" ? 0 : 1;
  const named = (simple: string) => (/^[.#]/.test(simple) ? simple : simple.toLowerCase());
  return {
    compounds: compounds.map((each) => (each ?? []).map(named)),
    specificity: all.reduce((sum, simple) => sum + weight(simple), 0),
  };
}

/** Returns the simple selector by which a rule is looked up. */
function keyOf(compound: readonly string[]): string {
  return compound.find((simple) => /^[.#]/.test(simple)) ?? compound[0] ?? "*";
}

/** Returns all simple selectors that an element matches. */
function namesOf({ name, attributes }: FlatElement): string[] {
  const classes = attributes.get("class")?.value.split(/\s+/).filter(Boolean) ?? [];
  const id = attributes.get("id")?.value;
  return ["*", name, ...new Set(classes.map((each) => `.${each}`)), ...(id ? [`#${id}`] : [])];
}

function matches(element: FlatElement, compounds: readonly (readonly string[])[]): boolean {
  const matchesOne = (each: FlatElement, compound: readonly string[]) => {
    const names = namesOf(each);
    return compound.every((simple) => names.includes(simple));
  };
  let index = compounds.length - 1;
  if (!matchesOne(element, compounds[index] ?? [])) return false;
  for (let each = element.parent; each && index > 0; each = each.parent) {
    if (matchesOne(each, compounds[index - 1] ?? [])) index -= 1;
  }
  return index === 0;
}
