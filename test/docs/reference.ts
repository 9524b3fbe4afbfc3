import { type SettingDefinition, settings } from "../../src/parameter/settings.ts";

/** The table of docs/operations.md that is made of the table of settings. */
export function settingsReference(): string {
  const all = Object.entries(settings) as [string, SettingDefinition][];
  const rows = [...all.filter(([, each]) => !each.isPlain), ...all.filter(([, each]) => each.isPlain)].map(
    ([name, setting]) => `| \`${name}\` | ${setting.about} | ${defaultOf(setting)} | ${readersOf(setting)} |`,
  );
  const first = rows.findIndex((row) => row.startsWith("| `POWERTOOLS_"));
  const line =
    "| *the value itself only: read by Powertools, or before anything can be read from AWS* | | | |";
  return [
    "| variable | what it decides | default | read by |",
    "|---|---|---|---|",
    ...rows.toSpliced(first, 0, line),
  ].join("\n");
}

function defaultOf({ kind }: SettingDefinition): string {
  if (kind.is === "word") return `\`${kind.words[0]}\``;
  if (kind.is === "number") return String(kind.default);
  if (kind.default) return `\`${kind.default}\``;
  return kind.optional ? "none" : "none: it has to be set";
}

function readersOf({ readBy }: SettingDefinition): string {
  return readBy?.map((trigger) => trigger.replace("-", " ")).join(", ") ?? "all";
}
