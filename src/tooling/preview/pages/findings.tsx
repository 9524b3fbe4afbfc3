import type { Finding } from "../../check/finding.ts";
import { printable } from "../../terminal/printable.ts";
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
          <p class="suggestion">{printable(finding.suggestion)}</p>
          <p class="where">
            <Place finding={finding} href={line(finding)} /> <span class="rule">{finding.rule}</span>
            {finding.key === undefined ? null : (
              <>
                {" "}
                <span class="rule">
                  {finding.key} {finding.locale}
                </span>
              </>
            )}
          </p>
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
