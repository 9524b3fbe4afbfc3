import { parse, wcagContrast } from "culori";
import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import { brandsAt } from "../html/brand-branches.ts";
import {
  attributeOf,
  closest,
  type FlatElement,
  type FlatHtml,
  flatEmails,
  namesIn,
  valueStart,
} from "../html/flat-html.ts";
import { asBrandWrites } from "../html/hosts.ts";
import { declared, whyUnseen } from "../html/seen.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

/** WCAG 2.2, 1.4.3 (AA), for text of usual size. */
const NEEDED = 4.5;
/** The same for text from 24 pixels, or 18.66 in bold. */
const NEEDED_LARGE = 3;

/** What is written on what, as the partials of templates/_brand use the colours. */
const pairs = [
  ["text", "card"],
  ["text", "page"],
  ["muted", "card"],
  ["accent", "card"],
  ["onAccent", "accent"],
] as const;

export const contrast: Rule = {
  name: "contrast",
  severity: "error",
  protects: `Text must stand out from what is behind it, in light and in dark: people with weak sight, or a phone in the sun, need a contrast of ${NEEDED} to 1. Looked at are the colours of brand.json, and each style="…" that sets both the colour of a text and what is behind it. Where the two are set in different places, look for yourself.`,
  mending: "Choose two colours that differ more in how light they are.",
  example: { file: BRANDS, from: '"muted": "#565d66"', to: '"muted": "#a0a6ae"' },
  check: (project) => [...inPalettes(project), ...inStyles(project)],
};

function inPalettes(project: Project): Case[] {
  return Object.entries(project.brands.brands).flatMap(([brand, palettes]) =>
    (["light", "dark"] as const).flatMap((scheme) =>
      pairs.flatMap(([front, back]) => {
        const colors = [palettes[scheme][front], palettes[scheme][back]] as const;
        const ratio = wcagContrast(...colors);
        return ratio < NEEDED ? [faint(project, brand, scheme, [front, back], colors, ratio)] : [];
      }),
    ),
  );
}

function faint(
  { files }: Project,
  brand: string,
  scheme: "light" | "dark",
  [front, back]: readonly [string, string],
  [frontColor, backColor]: readonly [string, string],
  ratio: number,
): Case {
  return {
    file: BRANDS,
    index: indexOfKey(files.get(BRANDS) ?? "", ["brands", brand, scheme, front]),
    message: `The brand "${brand}" writes ${front} (${frontColor}) on ${back} (${backColor}) in ${scheme}: ${tooLittle(ratio)}`,
  };
}

function tooLittle(ratio: number, needed = NEEDED): string {
  // Rounded down: 4.499 is not enough.
  return `a contrast of ${(Math.floor(ratio * 100) / 100).toFixed(2)} to 1, where ${needed} is needed.`;
}

/** What is wrong with the two colours that one style attribute sets. */
function inStyles(project: Project): Case[] {
  // Emails share nearly all of their styles.
  const known = new Map<string, string | undefined>();
  return flatEmails(project).flatMap(({ part, html }) =>
    html.elements.flatMap((element) => {
      const style = attributeOf(element, "style");
      if (!style?.value.includes("background")) return [];
      const brands = brandsAt(element.start, html, project);
      const key = JSON.stringify([style.value, ...brands.map(([brand]) => brand)]);
      const message = known.has(key) ? known.get(key) : faintStyle(style.value, brands);
      known.set(key, message);
      return message && showsText(element, html)
        ? [{ ...html.at(valueStart(html, style)), part, message }]
        : [];
    }),
  );
}

/** For the first brand for which they are too much alike. */
function faintStyle(style: string, brands: ReturnType<typeof brandsAt>): string | undefined {
  for (const [key, brand] of brands) {
    const written = asBrandWrites(style, brand);
    const front = colorIn(declared(written, "color"));
    const back = colorIn(declared(written, "background-color")) ?? colorIn(declared(written, "background"));
    if (!front || !back) continue;
    const [ratio, needed] = [wcagContrast(front, back), isLarge(written) ? NEEDED_LARGE : NEEDED];
    if (ratio >= needed) continue;
    const forWhom = namesIn(style).length > 0 ? `For the brand "${key}" this` : "This";
    return `${forWhom} is written in ${front} on ${back}: ${tooLittle(ratio, needed)}`;
  }
  return undefined;
}

/** The colour in a value that may hold more; `undefined` for one that lets through what is behind it. */
function colorIn(value: string | undefined): string | undefined {
  const words = value?.match(/[^\s(]+(?:\([^)]*\))?/g) ?? [];
  return words.find((word) => {
    const color = parse(word);
    return color && (color.alpha ?? 1) === 1;
  });
}

function isLarge(style: string | undefined): boolean {
  const [, size = "0"] = /^([\d.]+)px/.exec(declared(style, "font-size") ?? "") ?? [];
  const isBold = /^(?:bold|[789]00)/.test(declared(style, "font-weight") ?? "");
  return Number(size) >= (isBold ? 18.66 : 24);
}

/** Whether people see words in its colours: not in those of what stands in it, and not hidden ones. */
function showsText(element: FlatElement, html: FlatHtml): boolean {
  return html.texts.some(
    ({ start, value, parent }) =>
      start >= element.tagEnd &&
      start < element.endTag &&
      value.trim() !== "" &&
      closest(parent, hasColors) === element &&
      !whyUnseen(start, html),
  );
}

function hasColors(element: FlatElement): boolean {
  return /(?:^|;)\s*(?:color|background)/i.test(attributeOf(element, "style")?.value ?? "");
}
