import Handlebars from "handlebars";
import type { TemplateSpec } from "../../message/compiled-templates.ts";
import type { TemplateFile } from "./parse-template.ts";

/**
 * Returns the specification of an inlined template as source text, for a generated module.
 *
 * Not `strict`: names and missing values are checked by the build, and code that throws for each of them would
 * double the size of the modules.
 */
export function precompiled(inlined: hbs.AST.Program, suffix: TemplateFile["suffix"]): string {
  return String(
    Handlebars.precompile(inlined, {
      assumeObjects: true,
      knownHelpersOnly: true,
      knownHelpers: { each: false, with: false, lookup: false, log: false, if: true, unless: true },
      // Plain text is not HTML: a person would read "&amp;" in a subject.
      noEscape: suffix === "txt",
      // White space was stripped when each file was parsed.
      ignoreStandalone: true,
    }),
  );
}

/** Returns the specification that the generated module would export. */
export function specOf(precompiledText: string): TemplateSpec {
  return new Function(`return ${precompiledText}`)() as TemplateSpec;
}
