import type { Finding } from "../../check/finding.ts";
import type { SourceFile } from "../about-message.ts";
import { anchor } from "./anchor.ts";
import { findingAnchor } from "./findings.tsx";
import { Visible } from "./visible.tsx";

interface SourceProps {
  readonly file: SourceFile;
  /** Those of this file that are on the page. */
  readonly findings: readonly Finding[];
}

/** A file with the numbers of its lines, those that something is said of marked. */
export function Source({ file: { file, lines, isShared }, findings }: SourceProps) {
  const worst = new Map<number, Finding["severity"]>();
  for (const { line, severity } of findings) if (worst.get(line) !== "error") worst.set(line, severity);
  return (
    <details class="source" id={`source-of-${file}`} open={!isShared || findings.length > 0}>
      <summary>
        <h3>{file}</h3>
      </summary>
      <ol class="lines" dir="ltr">
        {lines.map(({ number, text }) => (
          <Line number={number} text={text} file={file} severity={worst.get(number)} />
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
  if (!severity)
    return (
      <li id={anchor(file, number)} value={number}>
        {code}
      </li>
    );
  return (
    <li id={anchor(file, number)} value={number} class={severity} tabindex={-1}>
      {code}{" "}
      <a class="back" href={`#${findingAnchor(file, number)}`}>
        ↑ {severity}
        <span class="unseen"> of line {number}</span>
      </a>
    </li>
  );
}
