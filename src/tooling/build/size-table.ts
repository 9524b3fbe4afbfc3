import type { Manifest } from "./manifest.ts";

/** Prints a line for each trigger: the size and SHA-256 of its zip, the size of index.js before compression. */
export function sizeTable(manifest: Manifest): string {
  const rows = Object.entries(manifest).map(([trigger, { bytes, files, sha256 }]) => [
    trigger,
    kilobytes(bytes),
    kilobytes(files["index.js"] ?? 0),
    String(Object.keys(files).filter((name) => name.endsWith(".js")).length),
    sha256,
  ]);
  const head = ["trigger", "zip", "index.js", "files", "sha256 (CodeSha256)"];
  const widths = head.map((title, column) =>
    Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0), title.length),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => {
          const width = widths[column] ?? 0;
          return column === 0 || column === 4 ? cell.padEnd(width) : cell.padStart(width);
        })
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} KB`;
}
