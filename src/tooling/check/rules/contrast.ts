import { BRANDS, type BrandSettings } from "../../templates/brands.ts";
import { indexOfPath, readJson } from "../../templates/json-file.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { asBrandWrites } from "../html/brand-values.ts";
import { type Computed, cascade, type Scheme } from "../html/cascade.ts";
import { contrastRatio, opaqueColor } from "../html/colors.ts";
import type { Declaration } from "../html/css.ts";
import { around, type FlatHtml, type FlatText, flatEmails } from "../html/flat-html.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import { visibleTexts } from "../html/visible-text.ts";
import type { Rule } from "../rule.ts";

/** WCAG 2.2, 1.4.3 (AA): for text of usual size, and for text from 24 pixels or 18.66 in bold. */
const REQUIRED = 4.5;
const REQUIRED_LARGE = 3;
/** Less than this nobody reads with ease, whatever its size. */
const UNREADABLE = 3;

/** Which colour is written on which in the partials that are shipped. */
const pairs = [
  ["text", "card"],
  ["text", "page"],
  ["muted", "card"],
  ["accent", "card"],
  ["onAccent", "accent"],
] as const;

export const contrastRules: readonly Rule[] = [
  {
    name: "contrast",
    severity: "error",
    protects: `Text differs enough from what is behind it, in light and in dark: people with low vision, or with a phone in the sun, need a contrast of ${REQUIRED} to 1 (WCAG). Below ${UNREADABLE} to 1 it is an error. It looks at the brands' colours, and at text whose colour and background are known from style="…", bgcolor and simple selectors.`,
    suggestion: "Choose two colours that differ more in lightness.",
    example: { file: BRANDS, from: '"muted": "#565d66"', to: '"muted": "#a0a6ae"' },
    check: (project) => [...inPalettes(project), ...inEmails(project)],
  },
];

function inPalettes({ files, brands }: Project): Violation[] {
  const json = readJson(BRANDS, files.get(BRANDS) ?? "{}");
  return Object.entries(brands.brands).flatMap(([key, brand]) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      pairs.flatMap(([front, back]) => {
        const ratio = contrastRatio(brand[scheme][front], brand[scheme][back]);
        if (ratio >= REQUIRED) return [];
        const colors = `${front} (${brand[scheme][front]}) on ${back} (${brand[scheme][back]})`;
        return {
          file: BRANDS,
          index: indexOfPath(json, ["brands", key, scheme, front]),
          message: `The brand "${key}" writes ${colors} in ${scheme}: ${tooLittle(ratio, REQUIRED)}`,
          ...severityOf(ratio),
        };
      }),
    ),
  );
}

function inEmails(project: Project): Violation[] {
  const brands = Object.entries(project.brands.brands);
  return oncePerFile(
    flatEmails(project).flatMap(({ html }) =>
      colorPairs(html).flatMap(({ scheme, front, back, required }) => {
        for (const [key, brand] of brands) {
          const colors = [colorOf(front, html, brand), colorOf(back, html, brand)] as const;
          const [frontColor, backColor] = colors;
          if (!frontColor || !backColor) continue;
          const ratio = contrastRatio(frontColor, backColor);
          if (ratio >= required) continue;
          const isBrands = html.printedIn(front.value + back.value).length > 0;
          const where = scheme === "dark" ? "In dark mode, text" : "Text";
          const whose = isBrands ? ` for the brand "${key}"` : "";
          return {
            ...html.at(front.start),
            message: `${where} is written in ${frontColor} on ${backColor}${whose}: ${tooLittle(ratio, required)}`,
            ...(scheme === "dark" && { suggestion: DARK }),
            ...severityOf(ratio),
          };
        }
        return [];
      }),
    ),
  );
}

const DARK =
  "Set the text's colour, too, inside @media (prefers-color-scheme: dark), with !important where it is set inline.";

interface ColorPair {
  readonly scheme: Scheme;
  readonly front: Declaration;
  readonly back: Declaration;
  readonly required: number;
}

/** The colours of all that people see, each pair once; in dark only those that differ from light. */
function colorPairs(html: FlatHtml): readonly ColorPair[] {
  const computed = cascade(html);
  const found = new Map<string, ColorPair>();
  for (const scheme of ["light", "dark"] as const) {
    for (const text of visibleTexts(html, computed, scheme)) {
      const pair = pairOf(text, (element) => computed(element, scheme));
      if (!pair) continue;
      const id = `${pair.front.start} ${pair.back.start} ${pair.required}`;
      if (!found.has(id)) found.set(id, { scheme, ...pair });
    }
  }
  return [...found.values()];
}

function pairOf(
  { parent }: FlatText,
  computed: (element: NonNullable<FlatText["parent"]>) => Computed,
): Omit<ColorPair, "scheme"> | undefined {
  let front: Declaration | undefined;
  let size: number | undefined;
  let weight: string | undefined;
  for (const element of around(parent)) {
    const css = computed(element);
    const color = css.get("color");
    if (!front && color && !/^inherit$/i.test(color.value)) front = color;
    // A browser's own colour of links, which we do not know.
    if (!front && element.name === "a") return undefined;
    const [, pixels] = /^([\d.]+)px$/.exec(css.get("font-size")?.value ?? "") ?? [];
    if (pixels) size ??= Number(pixels);
    weight ??= css.get("font-weight")?.value ?? (/^(?:b|strong|h[1-6])$/.test(element.name) ? "bold" : undefined);
    const picture = css.get("background-image")?.value;
    if (picture && picture.toLowerCase() !== "none") return undefined;
    const back = css.get("background-color");
    if (!back || /^(?:transparent|none|inherit|initial|unset|rgba\([^)]*,\s*0\))$/i.test(back.value)) continue;
    if (/url\(|gradient\(/i.test(back.value)) return undefined;
    // The text's own colour may be set further out.
    const outer = front ?? [...around(element.parent)].flatMap((each) => computed(each).get("color") ?? [])[0];
    const isLarge = (size ?? 0) >= (/^(?:bold|[789]00)/i.test(weight ?? "") ? 18.66 : 24);
    return outer && { front: outer, back, required: isLarge ? REQUIRED_LARGE : REQUIRED };
  }
  return undefined;
}

function colorOf({ value }: Declaration, html: FlatHtml, brand: BrandSettings): string | undefined {
  const words = asBrandWrites(value, html, brand)?.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  return words.map(opaqueColor).find((color) => color !== undefined);
}

function tooLittle(ratio: number, required: number): string {
  // Rounded down: 4.499 is not enough.
  return `a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1, where ${required} is required.`;
}

function severityOf(ratio: number): Pick<Violation, "severity"> {
  return ratio < UNREADABLE ? {} : { severity: "warning" };
}
