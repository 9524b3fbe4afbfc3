import type { Ink } from "../replay/ink.ts";
import type { Checked } from "./check.ts";
import { counted, countsText, findingsText } from "./report-text.ts";
import { type MessageSize, sizesText } from "./sizes.ts";

/** What `check` prints for people: the sizes where they were asked for, what was found, and how much. */
export function checkedText(
  { project, findings, sizes }: Checked & { readonly sizes?: readonly MessageSize[] | undefined },
  ink: Ink,
): string {
  const messages = counted(Object.keys(project.offered).length, "message");
  const isRead = !project.unread.some(({ rule }) => rule === "settings" || rule === "metadata-schema");
  const what = isRead
    ? `${messages} in ${counted(project.settings.locales.length, "locale")}`
    : "The settings cannot be read, and the messages were not looked at";
  return [
    ...(sizes ? [sizesText(sizes)] : []),
    ...(findings.length > 0 ? [findingsText(findings, ink)] : []),
    findings.length > 0
      ? `${what}: ${countsText(findings, ink)}`
      : ink("good", `${what}: nothing is wrong with them.`),
  ].join("\n\n");
}
