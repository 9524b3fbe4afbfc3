import type { Ink } from "../../replay/ink.ts";
import type { Checked } from "../check.ts";
import type { Project } from "../project.ts";
import { counted, countsText, findingsText } from "./report-text.ts";
import { type MessageSize, sizesText } from "./sizes.ts";

/** What `check` prints for people: the sizes where they were asked for, what was found, and how much. */
export function checkedText(
  { project, findings, sizes }: Checked & { readonly sizes?: readonly MessageSize[] | undefined },
  ink: Ink,
): string {
  const what = whatWasChecked(project);
  return [
    ...(sizes ? [sizesText(sizes)] : []),
    ...(findings.length > 0 ? [findingsText(findings, ink)] : []),
    findings.length > 0
      ? `${what}: ${countsText(findings, ink)}`
      : ink("good", `${what}: nothing is wrong with them.`),
  ].join("\n\n");
}

function whatWasChecked({ offered, settings, parts, unread }: Project): string {
  if (unread.some(({ rule }) => rule === "settings" || rule === "metadata-schema")) {
    return "The settings cannot be read, and the messages were not looked at";
  }
  const drafts = [...new Set(parts.map(({ locale }) => locale))].filter(
    (locale) => !settings.locales.includes(locale),
  );
  const messages = counted(Object.keys(offered).length, "message");
  const more = drafts.length > 0 ? ` (and not offered yet: ${drafts.join(", ")})` : "";
  return `${messages} in ${counted(settings.locales.length, "language")}${more}`;
}
