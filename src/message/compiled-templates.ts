import type { LocaleTable } from "../locale/locale-table.ts";
import type { Offered } from "../locale/nearest-locale.ts";
import type { CustomMessageSource } from "../trigger/custom-message-event.ts";
import type { Brands } from "./brand.ts";
import type { Part } from "./rejections.ts";

/** A precompiled Handlebars template with its partials inlined: the argument of the runtime's `Handlebars.template`. */
export type TemplateSpec = Readonly<Record<string, unknown>>;

/** The three templates of a message. */
export type MessageSpecs = Readonly<Record<Part, TemplateSpec>>;

/** The module of a locale: its messages by trigger source. */
export interface LocaleModule {
  readonly messages: Readonly<Partial<Record<CustomMessageSource, MessageSpecs>>>;
}

/** The module of a locale as it is loaded. A bundler that splits ES modules gives CommonJS a default export only. */
export type LoadedLocale = LocaleModule | { readonly default: LocaleModule };

/** The templates that `cognito-recovery compile` writes to generated/templates.js. */
export interface CompiledTemplates {
  readonly defaultLocale: string;
  /** The locales in which a message is offered. A source without an entry keeps Cognito's own text. */
  readonly offered: Readonly<Partial<Record<CustomMessageSource, Offered>>>;
  readonly locales: LocaleTable;
  readonly brands: Brands;
  /** The keys of the client metadata's schema. */
  readonly metadataKeys: readonly string[];
  /** Loads a locale by its tag. Each is a module of its own. */
  readonly load: (tag: string) => Promise<LoadedLocale>;
}
