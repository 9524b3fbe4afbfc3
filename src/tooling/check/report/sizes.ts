import { lengths, type Part } from "../../../message/accepted.ts";
import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import { folderOf, partNames } from "../../templates/sources.ts";

import { shown } from "../characters.ts";

import { list } from "../circumstances.ts";

import { formFacts } from "../form-facts.ts";
import type { CheckedPart, Project } from "../project.ts";
import { smsSize, type WorstSmsSize } from "../sms/sms-size.ts";
import { counted } from "./report-text.ts";

/** How long a message gets, each part in its longest form for any brand and any values. */
export interface MessageSize {
  readonly locale: string;
  readonly source: CustomMessageSource;
  /** In characters, as Cognito counts them; a part that has errors is left out. */
  readonly longest: Readonly<Partial<Record<Part, number>>>;
  readonly sms?: WorstSmsSize;
}

/** The sizes of all messages of which the parts can be written. */
export function sizesOf(project: Project): readonly MessageSize[] {
  const byMessage = Map.groupBy(project.parts, ({ locale, source }) => `${source} ${locale}`);
  const { locales } = project.settings;
  // As the settings list the languages; drafts come last.
  const placeOf = ({ locale }: CheckedPart) =>
    locales.includes(locale) ? locales.indexOf(locale) : locales.length;
  const inOrder = [...byMessage.values()].sort(([a], [b]) => {
    const [one, other] = [a as CheckedPart, b as CheckedPart];
    return one.source.localeCompare(other.source, "en") || placeOf(one) - placeOf(other);
  });
  return inOrder.map((parts) => {
    const [{ locale, source }] = parts as [CheckedPart];
    const sms = parts.find(({ part }) => part === "sms");
    return {
      locale,
      source,
      longest: Object.fromEntries(parts.map((part) => [part.part, longestOf(part, project)])),
      ...(sms && { sms: smsSize(sms, project) }),
    };
  });
}

function longestOf(part: CheckedPart, project: Project): number {
  return Math.max(0, ...formFacts(part, project).map(({ length }) => length));
}

/** As many characters as tell why an SMS is UCS-2; with more it is the script that it is written in. */
const FEW = 4;

function smsText({ encoding, segments, forcedBy, mayBeForcedBy }: WorstSmsSize): string {
  const characters = forcedBy.length > FEW ? [] : forcedBy.map(shown);
  const why = [...(characters.length > 0 ? [characters.join(" ")] : []), ...mayBeForcedBy];
  return `${encoding}${why.length > 0 ? ` for ${list(why)}` : ""}, ${counted(segments, "segment")}`;
}

/** A table for people: what is the most of each part, and what the SMS takes. */
export function sizesText(sizes: readonly MessageSize[]): string {
  const rows = [
    ["", "", ...partNames.map((part) => `${part} (${lengths[part].most})`), ""],
    ...sizes.map(({ locale, source, longest, sms }) => [
      folderOf(source),
      locale,
      ...partNames.map((part) => String(longest[part] ?? "")),
      sms ? smsText(sms) : "",
    ]),
  ];
  const widths =
    rows[0]?.map((_, column) => Math.max(...rows.map((row) => (row[column] ?? "").length))) ?? [];
  const line = (row: readonly string[]) =>
    row.map((cell, column) =>
      /^\d+$|\)$/.test(cell) ? cell.padStart(widths[column] ?? 0) : cell.padEnd(widths[column] ?? 0),
    );
  const lines = rows.map((row) => line(row).join("  ").trimEnd());
  return ["The longest that each part can get, in characters (what Cognito takes):", ...lines].join("\n");
}
