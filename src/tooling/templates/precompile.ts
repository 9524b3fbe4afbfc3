import Handlebars from "handlebars";
import type { TemplateSpec } from "../../message/compiled.ts";
import type { TemplateSource } from "./sources.ts";

/** A template as the source text of its specification: what a generated module holds. */
export function precompiled({ text, suffix }: TemplateSource): string {
  return String(
    Handlebars.precompile(text.trimEnd(), {
      strict: true,
      knownHelpersOnly: true,
      knownHelpers: { each: false, with: false, lookup: false, log: false, if: true, unless: true },
      // Text is no HTML: "&amp;" in a subject would be read as such.
      noEscape: suffix === "txt",
      preventIndent: true,
    }),
  );
}

/** The specification as the generated module would give it. */
export function specOf(precompiledText: string): TemplateSpec {
  return new Function(`return ${precompiledText}`)() as TemplateSpec;
}
