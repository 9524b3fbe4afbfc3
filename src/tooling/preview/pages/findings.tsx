import type { Finding } from "../../check/finding.ts";
import { printable } from "../../replay/printable.ts";
import { anchor } from "./anchor.ts";

interface FindingsProps {
  readonly findings: readonly Finding[];
  /** Where a finding's line is on the page; `undefined` for a file that is not shown. */
  readonly line: (finding: Finding) => string | undefined;
  /** What is said where there is none. */
  readonly none?: string | undefined;
}

/** Where on the page the first is that is said of a line. */
export function findingAnchor(file: string, line: number): string {
  return `finding-${anchor(file, line)}`;
}

/** The first finding of each line: what a line leads back to. */
function firstOfLines(findings: readonly Finding[]): readonly Finding[] {
  return [...new Map(findings.toReversed().map((each) => [anchor(each.file, each.line), each])).values()];
}

/** What the checker says, in its own words. */
export function Findings({ findings, line, none = "Nothing is wrong here." }: FindingsProps) {
  if (findings.length === 0) return <p class="good">{none}</p>;
  const first = new Set(firstOfLines(findings));
  return (
    <ol class="findings">
      {findings.map((finding) => (
        <li
          class={finding.severity}
          id={first.has(finding) ? findingAnchor(finding.file, finding.line) : undefined}
          tabindex={first.has(finding) ? -1 : undefined}
        >
          <p>
            <strong class="severity">{finding.severity}</strong> {printable(finding.message)}
          </p>
          {finding.mending === "" ? null : <p class="mending">{printable(finding.mending)}</p>}
          <p class="where">
            <Place finding={finding} href={line(finding)} /> <span class="rule">{finding.rule}</span>
          </p>
          {finding.excerpt.trim() === "" ? null : (
            <pre class="excerpt" dir="ltr">
              <Excerpt finding={finding} />
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}

function Place({ finding: { file, line, column }, href }: { finding: Finding; href: string | undefined }) {
  const text = `${file}, line ${line}, column ${column}`;
  return href === undefined ? (
    <span class="file">{text}</span>
  ) : (
    <a class="file" href={href}>
      {text}
    </a>
  );
}

/** As much of a line as is shown around the place. */
const AROUND = 48;

/** The line around the place, with what stands there marked. */
function Excerpt({ finding: { excerpt, column } }: { finding: Finding }) {
  const index = Math.min(column - 1, excerpt.length);
  const start = Math.max(0, index - AROUND);
  const [marked = ""] = /^[\s\S]/u.exec(excerpt.slice(index)) ?? [];
  const after = excerpt.slice(index + marked.length, index + marked.length + AROUND);
  return (
    <>
      {start > 0 ? "…" : ""}
      {printable(excerpt.slice(start, index))}
      <mark>{marked === "" ? "⏎" : printable(marked)}</mark>
      {printable(after)}
      {index + marked.length + AROUND < excerpt.length ? "…" : ""}
    </>
  );
}
