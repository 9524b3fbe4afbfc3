import type HandlebarsNamespace from "handlebars";
import runtime from "handlebars/runtime.js";
import type { MessageSpecs } from "./compiled-templates.ts";
import type { MessageModel } from "./message-model.ts";
import type { Part } from "./rejections.ts";

// The package's types of its runtime are empty.
const Handlebars = runtime as unknown as Pick<typeof HandlebarsNamespace, "template">;

/** Renders one part of a message from a model. */
export type Renderer = (part: Part, model: MessageModel) => string;

/**
 * Returns the renderer of a message's precompiled templates, which have no access to prototypes. It throws the errors
 * of templates.
 */
export function renderer(specs: MessageSpecs): Renderer {
  const templates = new Map<Part, HandlebarsTemplateDelegate>();
  return (part, model) => {
    const template = templates.get(part) ?? Handlebars.template(specs[part] as TemplateSpecification);
    templates.set(part, template);
    return template(model, NO_PROTOTYPES);
  };
}

const NO_PROTOTYPES = { allowProtoMethodsByDefault: false, allowProtoPropertiesByDefault: false };
