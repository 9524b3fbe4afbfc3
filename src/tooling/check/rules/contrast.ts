import { wcagContrast } from "culori";
import { BRANDS, indexOfKey } from "../../templates/settings.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

/** WCAG 2.2, 1.4.3 (AA), for text of usual size. */
const NEEDED = 4.5;

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
  protects: `Text must stand out from what is behind it, in light and in dark: people with weak sight, or a phone in the sun, need a contrast of ${NEEDED} to 1.`,
  mending: "Choose two colours that differ more in how light they are.",
  example: { file: BRANDS, from: '"muted": "#565d66"', to: '"muted": "#a0a6ae"' },
  check: (project) =>
    Object.entries(project.brands.brands).flatMap(([brand, palettes]) =>
      (["light", "dark"] as const).flatMap((scheme) =>
        pairs.flatMap(([front, back]) => {
          const colors = [palettes[scheme][front], palettes[scheme][back]] as const;
          const ratio = wcagContrast(...colors);
          return ratio < NEEDED ? [faint(project, brand, scheme, [front, back], colors, ratio)] : [];
        }),
      ),
    ),
};

function faint(
  { files }: Project,
  brand: string,
  scheme: "light" | "dark",
  [front, back]: readonly [string, string],
  [frontColor, backColor]: readonly [string, string],
  ratio: number,
): Case {
  // Rounded down: 4.499 is not enough.
  const shown = (Math.floor(ratio * 100) / 100).toFixed(2);
  return {
    file: BRANDS,
    index: indexOfKey(files.get(BRANDS) ?? "", ["brands", brand, scheme, front]),
    message: `The brand "${brand}" writes ${front} (${frontColor}) on ${back} (${backColor}) in ${scheme}: a contrast of ${shown} to 1, where ${NEEDED} is needed.`,
  };
}
