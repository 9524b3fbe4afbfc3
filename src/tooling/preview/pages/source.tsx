import type { Finding } from "../../check/finding.ts";
import type { TemplateSource } from "../../templates/sources.ts";

/** Where a line of a file is on the page. */
export function anchor(file: string, line: number): string {
  return `${file.replace(/[^A-Za-z0-9]+/g, "-")}-${line}`;
}

interface SourceProps {
  readonly file: TemplateSource;
  readonly findings: readonly Finding[];
}

/** A file with the numbers of its lines, those that something is said of marked. */
export function Source({ file: { file, text }, findings }: SourceProps) {
  const worst = new Map<number, Finding["severity"]>();
  for (const { line, severity } of findings) if (worst.get(line) !== "error") worst.set(line, severity);
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const isShared = file.startsWith("templates/_brand/");
  return (
    <details class="source" open={!isShared || findings.length > 0}>
      <summary>
        <h3>{file}</h3>
      </summary>
      <ol class="lines" dir="ltr">
        {lines.map((line, index) => (
          <li
            id={anchor(file, index + 1)}
            class={worst.get(index + 1)}
            tabindex={worst.has(index + 1) ? -1 : undefined}
          >
            <code dir="auto">{line === "" ? " " : line}</code>
          </li>
        ))}
      </ol>
    </details>
  );
}
