import { check } from "../check/check.ts";
import { hasErrors } from "../check/finding.ts";
import { findingsForGithub } from "../check/report/findings-for-github.ts";
import { countsText, findingsText } from "../check/report/findings-text.ts";
import { readTemplateSources } from "../templates/template-sources.ts";
import { inkFor } from "../terminal/ink.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { projectFolder } from "./project-folder.ts";

export interface CheckOptions {
  readonly format: "text" | "json" | "github";
}

/** `check`: 1 when there is an error. */
export async function checkCommand({ format }: CheckOptions, io: Io): Promise<number> {
  const { findings } = check(await readTemplateSources(projectFolder(io)));
  const ink = inkFor(io.stdout, io.environment);
  if (format === "json") print(io, JSON.stringify({ ok: !hasErrors(findings), findings }, undefined, 2));
  else if (findings.length === 0) print(io, "No errors, no warnings.");
  else if (format === "github") print(io, findingsForGithub(findings));
  else print(io, `${findingsText(findings, ink)}\n\n${countsText(findings, ink)}`);
  return hasErrors(findings) ? 1 : 0;
}
