import { type SettingDefinition, settings } from "../../src/parameter/settings.ts";

/** Returns the table of settings in docs/operations.md. */
export function settingsReference(): string {
  const all = Object.entries(settings) as [string, SettingDefinition][];
  const rows = [...all.filter(([, each]) => !each.isPlain), ...all.filter(([, each]) => each.isPlain)].map(
    ([name, setting]) => `| \`${name}\` | ${setting.about} | ${defaultOf(setting)} | ${readersOf(setting)} |`,
  );
  const first = rows.findIndex((row) => row.startsWith("| `POWERTOOLS_"));
  const line = "| *These accept a value only, not the name of a parameter or secret:* | | | |";
  return [
    "| variable | meaning | default | read by |",
    "|---|---|---|---|",
    ...rows.toSpliced(first, 0, line),
  ].join("\n");
}

function defaultOf({ kind }: SettingDefinition): string {
  if (kind.is === "word") return `\`${kind.words[0]}\``;
  if (kind.is === "number") return String(kind.default);
  if (kind.default) return `\`${kind.default}\``;
  return kind.optional ? "none" : "none: required";
}

function readersOf({ readBy }: SettingDefinition): string {
  return readBy?.map((trigger) => trigger.replace("-", " ")).join(", ") ?? "all";
}
