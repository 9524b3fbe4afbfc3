import type { LocaleTable } from "../locale/locale-table.ts";
import type { Offered } from "../locale/nearest-locale.ts";
import type { CustomMessageSource } from "../trigger/custom-message-event.ts";
import type { Brands } from "./brand.ts";
import type { Part } from "./rejections.ts";

/** A precompiled Handlebars template, its partials put in place: the data that `Handlebars.template` of the runtime takes. */
export type TemplateSpec = Readonly<Record<string, unknown>>;

/** The three templates of a message. */
export type MessageSpecs = Readonly<Record<Part, TemplateSpec>>;

/** A locale's module: its messages by source. */
export interface LocaleModule {
  readonly messages: Readonly<Partial<Record<CustomMessageSource, MessageSpecs>>>;
}

/** A locale's module as it arrives: a bundler that splits ES modules hands CommonJS over as a default alone. */
export type LoadedLocale = LocaleModule | { readonly default: LocaleModule };

/** What `cognito-recovery compile` writes to generated/templates.js. */
export interface CompiledTemplates {
  readonly defaultLocale: string;
  /** The locales in which a message is offered; a source without an entry keeps Cognito's own text. */
  readonly offered: Readonly<Partial<Record<CustomMessageSource, Offered>>>;
  readonly locales: LocaleTable;
  readonly brands: Brands;
  /** The keys of the client metadata's schema. */
  readonly metadataKeys: readonly string[];
  /** Loads a locale by its tag: each is a module of its own. */
  readonly load: (tag: string) => Promise<LoadedLocale>;
}
