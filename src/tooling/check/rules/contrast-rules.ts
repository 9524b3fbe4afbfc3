import { BRANDS, type BrandSettings } from "../../templates/brands.ts";
import { indexOfPath, readJson } from "../../templates/json-file.ts";
import type { Project } from "../../templates/project.ts";
import type { Violation } from "../../templates/violation.ts";
import { type Computed, cascade, type Scheme } from "../html/cascade.ts";
import { contrastRatio, opaqueColor } from "../html/contrast-ratio.ts";
import type { Declaration } from "../html/email-css.ts";
import { type FlatElement, type FlatHtml, flatEmails } from "../html/flat-html.ts";
import { inherited } from "../html/inherited.ts";
import { oncePerFile } from "../html/once-per-file.ts";
import { valueForBrand } from "../html/value-for-brand.ts";
import { visibleTexts } from "../html/visible-texts.ts";
import type { Rule } from "../rule.ts";

/** WCAG 2.2, 1.4.3 (AA): for text of usual size, and for text from 24 pixels or 18.66 in bold. */
const REQUIRED = 4.5;
const REQUIRED_LARGE = 3;
/** The contrast below which text cannot be read at all. */
const UNREADABLE = 2;

/** The colours of text and background in the shipped partials. */
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
    protects: `Text has to differ enough from its background, in light and in dark: people with low vision, or with a phone in the sun, need a contrast of ${REQUIRED} to 1 (WCAG). Below ${UNREADABLE} to 1 it is an error. The rule checks the brands' colours, and text whose colour and background are known from style="…", bgcolor and simple selectors.`,
    suggestion: "Choose two colours that differ more in lightness.",
    example: { file: BRANDS, from: '"muted": "#565d66"', to: '"muted": "#d0d3d7"' },
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

/** Returns the colours of all visible texts, each pair once; for dark only those that differ from light. */
function colorPairs(html: FlatHtml): readonly ColorPair[] {
  const computed = cascade(html);
  const found = new Map<string, ColorPair>();
  for (const scheme of ["light", "dark"] as const) {
    const cssOf = (element: FlatElement) => computed(element, scheme);
    const styleOf = inherited<Style>({}, (element, outer) => styleIn(element, cssOf(element), outer));
    for (const { parent } of visibleTexts(html, cssOf)) {
      const { front, back, size = 0, isBold } = styleOf(parent);
      if (!front || !back) continue;
      const required = size >= (isBold ? 18.66 : 24) ? REQUIRED_LARGE : REQUIRED;
      const id = `${front.start} ${back.start} ${required}`;
      if (!found.has(id)) found.set(id, { scheme, front, back, required });
    }
  }
  return [...found.values()];
}

/** The known style of an element's text. */
interface Style {
  readonly front?: Declaration | undefined;
  readonly back?: Declaration | undefined;
  /** The size in pixels. */
  readonly size?: number;
  readonly isBold?: boolean;
}

function styleIn({ name }: FlatElement, css: Computed, outer: Style): Style {
  const color = css.get("color");
  // Browsers have their own colour for links.
  const front =
    color && !INHERITED.test(color.value) ? color : name === "a" && !color ? undefined : outer.front;
  const own = css.get("background-color");
  const isPicture = PICTURE.test(`${css.get("background-image")?.value} ${own?.value}`);
  const back = isPicture ? undefined : own && !INHERITED.test(own.value) ? own : outer.back;
  const [, pixels] = /^([\d.]+)px$/.exec(css.get("font-size")?.value ?? "") ?? [];
  const weight =
    css.get("font-weight")?.value ?? (/^(?:b|strong|th|h[1-6])$/.test(name) ? "bold" : undefined);
  return {
    front,
    back,
    size: pixels ? Number(pixels) : (outer.size ?? 0),
    isBold: weight === undefined ? outer.isBold === true : /^(?:bold|[789]00)/i.test(weight),
  };
}

const INHERITED = /^(?:transparent|none|inherit|initial|unset|rgba\([^)]*,\s*0\))$/i;
const PICTURE = /url\(|gradient\(/i;

function colorOf({ value }: Declaration, html: FlatHtml, brand: BrandSettings): string | undefined {
  const words = valueForBrand(value, html, brand)?.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  return words.map(opaqueColor).find((color) => color !== undefined);
}

function tooLittle(ratio: number, required: number): string {
  // Rounded down: 4.499 is not enough.
  return `a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1, where ${required} is required.`;
}

function severityOf(ratio: number): Pick<Violation, "severity"> {
  return ratio < UNREADABLE ? {} : { severity: "warning" };
}
