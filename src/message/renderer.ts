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
    const written = instance(specs[part])(model, {
      partials: instances(part === "email" ? partials.html : partials.txt),
      allowProtoMethodsByDefault: false,
      allowProtoPropertiesByDefault: false,
    });
    return part === "email" ? repairedHtml(written) : repairedText(written);
  };
}

const made = new WeakMap<TemplateSpec, HandlebarsTemplateDelegate>();

/** The template of a specification, made once for a container. */
function instance(spec: TemplateSpec): HandlebarsTemplateDelegate {
  const template = made.get(spec) ?? Handlebars.template(spec as TemplateSpecification);
  made.set(spec, template);
  return template;
}

function instances(
  specs: Readonly<Record<string, TemplateSpec>>,
): Record<string, HandlebarsTemplateDelegate> {
  return Object.fromEntries(Object.entries(specs).map(([name, spec]) => [name, instance(spec)]));
}
