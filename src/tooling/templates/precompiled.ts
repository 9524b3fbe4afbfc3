import Handlebars from "handlebars";
import type { TemplateSpec } from "../../message/compiled-templates.ts";
import type { TemplateFile } from "./parse-template.ts";

/**
 * A template, its partials in it, as the source text of its specification: what a generated module holds.
 *
 * Not `strict`: names and absences are checked when built, the model always has every key, and a throw for
 * each of them would double what a function has to load.
 */
export function precompiled(inlined: hbs.AST.Program, suffix: TemplateFile["suffix"]): string {
  return String(
    Handlebars.precompile(inlined, {
      assumeObjects: true,
      knownHelpersOnly: true,
      knownHelpers: { each: false, with: false, lookup: false, log: false, if: true, unless: true },
      // Plain text is not HTML: a person would read "&amp;" in a subject.
      noEscape: suffix === "txt",
      // Done, when each file was parsed.
      ignoreStandalone: true,
    }),
  );
}

/** The specification as the generated module would give it. */
export function specOf(precompiledText: string): TemplateSpec {
  return new Function(`return ${precompiledText}`)() as TemplateSpec;
}
