import type HandlebarsNamespace from "handlebars";
import runtime from "handlebars/runtime.js";
import type { Part } from "./accepted.ts";
import type { CompiledTemplates, MessageSpecs, TemplateSpec } from "./compiled.ts";
import type { MessageModel } from "./model.ts";
import { repairedHtml, repairedText } from "./repair.ts";

// The package's own types of its runtime are empty.
const Handlebars = runtime as unknown as Pick<typeof HandlebarsNamespace, "template">;

/** Writes one part of a message from a model, repaired of what Cognito would refuse. */
export type Renderer = (part: Part, model: MessageModel) => string;

/**
 * The renderer of a message's templates. Throws what a template throws; nothing is compiled here, and no
 * template reaches a prototype.
 */
export function renderer(specs: MessageSpecs, partials: CompiledTemplates["partials"]): Renderer {
  return (part, model) => {
    const written = Handlebars.template(specs[part] as TemplateSpecification)(model, {
      partials: instantiated(part === "email" ? partials.html : partials.txt),
      allowProtoMethodsByDefault: false,
      allowProtoPropertiesByDefault: false,
    });
    return part === "email" ? repairedHtml(written) : repairedText(written);
  };
}

const instances = new WeakMap<TemplateSpec, HandlebarsTemplateDelegate>();

function instantiated(
  specs: Readonly<Record<string, TemplateSpec>>,
): Record<string, HandlebarsTemplateDelegate> {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => {
      const instance = instances.get(spec) ?? Handlebars.template(spec as TemplateSpecification);
      instances.set(spec, instance);
      return [name, instance];
    }),
  );
}
