import { check } from "../check/check.ts";
import { hasErrors } from "../check/finding.ts";
import { findingsForGithub } from "../check/report/findings-for-github.ts";
import { countsText, findingsText } from "../check/report/findings-text.ts";
import { readTemplateSources } from "../templates/template-sources.ts";
import { inkFor } from "../terminal/ink.ts";
import { projectFolder } from "./project-folder.ts";

export interface CheckOptions {
  readonly format: "text" | "json" | "github";
}

/** `check`: 1 when there is an error. */
export async function checkCommand({ format }: CheckOptions): Promise<number> {
  const { findings } = check(await readTemplateSources(projectFolder()));
  const ink = inkFor(process.stdout, process.env);
  if (format === "json") console.log(JSON.stringify({ ok: !hasErrors(findings), findings }, undefined, 2));
  else if (findings.length === 0) console.log("No errors, no warnings.");
  else if (format === "github") console.log(findingsForGithub(findings));
  else console.log(`${findingsText(findings, ink)}\n\n${countsText(findings, ink)}`);
  return hasErrors(findings) ? 1 : 0;
}
