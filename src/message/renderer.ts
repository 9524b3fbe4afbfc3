import type HandlebarsNamespace from "handlebars";
import runtime from "handlebars/runtime.js";
import type { MessageSpecs, TemplateSpec } from "./compiled-templates.ts";
import type { MessageModel } from "./message-model.ts";
import type { Part } from "./rejections.ts";

// The package's own types of its runtime are empty.
const Handlebars = runtime as unknown as Pick<typeof HandlebarsNamespace, "template">;

/** Writes one part of a message from a model. */
export type Renderer = (part: Part, model: MessageModel) => string;

/**
 * The renderer of a message's templates. Throws what a template throws; nothing is compiled here, and no
 * template reaches a prototype.
 */
export function renderer(specs: MessageSpecs): Renderer {
  return (part, model) => instance(specs[part])(model, NO_PROTOTYPES);
}

const NO_PROTOTYPES = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };

const made = new WeakMap<TemplateSpec, HandlebarsTemplateDelegate>();

/** The template of a specification, made once for a container. */
function instance(spec: TemplateSpec): HandlebarsTemplateDelegate {
  const template = made.get(spec) ?? Handlebars.template(spec as TemplateSpecification);
  made.set(spec, template);
  return template;
}
