import type { Finding } from "../../check/finding.ts";
import type { TemplateSource } from "../../templates/sources.ts";
import { anchor } from "./anchor.ts";
import { findingAnchor } from "./findings.tsx";
import { Visible } from "./visible.tsx";

interface SourceProps {
  readonly file: Pick<TemplateSource, "file" | "text">;
  /** Those of this file that stand on the page. */
  readonly findings: readonly Finding[];
}

/** A file with the numbers of its lines, those that something is said of marked. */
export function Source({ file: { file, text }, findings }: SourceProps) {
  const worst = new Map<number, Finding["severity"]>();
  for (const { line, severity } of findings) if (worst.get(line) !== "error") worst.set(line, severity);
  const lines = text.replace(/\r?\n$/, "").split(/\r?\n/);
  const isShared = file.startsWith("templates/_brand/");
  return (
    <details class="source" id={`source-of-${file}`} open={!isShared || findings.length > 0}>
      <summary>
        <h3>{file}</h3>
      </summary>
      <ol class="lines" dir="ltr">
        {lines.map((line, index) => (
          <Line number={index + 1} text={line} file={file} severity={worst.get(index + 1)} />
        ))}
      </ol>
    </details>
  );
}

interface LineProps {
  readonly file: string;
  readonly number: number;
  readonly text: string;
  readonly severity: Finding["severity"] | undefined;
}

function Line({ file, number, text, severity }: LineProps) {
  const code = <code dir="auto">{text === "" ? " " : <Visible text={text} />}</code>;
  if (!severity) return <li id={anchor(file, number)}>{code}</li>;
  return (
    <li id={anchor(file, number)} class={severity} tabindex={-1}>
      {code}{" "}
      <a class="back" href={`#${findingAnchor(file, number)}`}>
        ↑ {severity}
        <span class="unseen"> of line {number}</span>
      </a>
    </li>
  );
}
