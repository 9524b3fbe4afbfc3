import { type Finding, isError } from "../../check/finding.ts";
import { counted } from "../../check/report/findings-text.ts";
import type { Files } from "../../templates/template-sources.ts";
import { printable } from "../../terminal/printable.ts";
import { Visible } from "./visible.tsx";

interface FindingsProps {
  readonly findings: readonly Finding[];
  readonly files: Files;
}

/** Findings with their places, and the line of the file. */
export function Findings({ findings, files }: FindingsProps) {
  return (
    <ol class="findings">
      {findings.map((finding) => {
        const { file, line, column, rule, severity } = finding;
        const text = files.get(file)?.split(/\r?\n/)[line - 1] ?? "";
        return (
          <li class={severity}>
            <FindingWords finding={finding} />
            <p class="where">
              {file}, line {line}, column {column} · {rule}
            </p>
            {text.trim() === "" || file.endsWith(".json") ? null : (
              <pre dir="ltr">
                <Visible text={text.trim()} />
              </pre>
            )}
          </li>
        );
      })}
    </ol>
  );
}

/** The findings about one text field. */
export function FieldFindings({ findings, id }: { findings: readonly Finding[]; id: string }) {
  if (findings.length === 0) return null;
  return (
    <ul class="findings" id={id}>
      {findings.map((finding) => (
        <li class={finding.severity}>
          <FindingWords finding={finding} />
        </li>
      ))}
    </ul>
  );
}

function FindingWords({ finding: { severity, message, suggestion } }: { finding: Finding }) {
  return (
    <>
      <strong>{severity}</strong>{" "}
      <span class="finding">
        {printable(message)} {printable(suggestion)}
      </span>
    </>
  );
}

/** The errors alone, as a sentence; `undefined` without any. */
export function errorWords(findings: readonly Finding[]): string | undefined {
  const errors = findings.filter(isError).length;
  return errors === 0 ? undefined : `${counted(errors, "error")}.`;
}
