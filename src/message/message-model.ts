import type { CustomMessageEvent } from "../trigger/custom-message-event.ts";
import type { Call } from "../trigger/responder.ts";
import type { Brand } from "./brand.ts";
import { clean } from "./clean.ts";
import { placeholdersOf } from "./placeholders.ts";
import { firstRefused } from "./rejections.ts";
import { repairedText } from "./repaired-text.ts";
import { resetLink } from "./reset-link.ts";

/**
 * What templates see. Every key is always there; one whose value is absent holds `undefined`, and a
 * template asks for it with `{{#if}}`. Names and metadata have been through {@link clean}.
 */
export interface MessageModel {
  /** The placeholder for which Cognito puts in the code. */
  readonly code: string;
  /** The placeholder for the user name, in an invitation (AdminCreateUser) only. */
  readonly username: string | undefined;
  /** Where to type in the code; only if the brand has a `resetUrl`, and only to reset a password. */
  readonly resetLink: string | undefined;
  /** `given_name`, else `name`; never in an SMS. */
  readonly name: string | undefined;
  readonly brand: Readonly<Required<{ [Key in keyof Brand]: Brand[Key] | undefined }>>;
  /** The validated client metadata, by the keys of its schema. */
  readonly metadata: Readonly<Record<string, string | undefined>>;
  /** The locale served, as a language tag. */
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
}

export interface ModelContext {
  readonly brand: Brand;
  readonly metadataKeys: readonly string[];
  readonly locale: string;
  readonly dir: "ltr" | "rtl";
}

/** The model of an event with the person's own values in it. */
export function messageModel(
  event: CustomMessageEvent,
  call: Pick<Call, "metadata">,
  context: ModelContext,
): MessageModel {
  const { codeParameter: code, userAttributes } = event.request;
  const { brand, metadataKeys, locale, dir } = context;
  const forReset = event.triggerSource === "CustomMessage_ForgotPassword";
  return {
    code,
    username: placeholdersOf(event)?.username,
    resetLink: forReset ? resetLink(brand.resetUrl, userAttributes?.sub, code) : undefined,
    name: clean(userAttributes?.given_name) ?? clean(userAttributes?.name),
    brand: {
      logo: undefined,
      legal: undefined,
      domain: undefined,
      origin: undefined,
      supportEmail: undefined,
      resetUrl: undefined,
      ...brand,
      supportUrl: brand.supportUrl?.replaceAll("{locale}", locale),
    },
    metadata: Object.fromEntries(metadataKeys.map((key) => [key, clean(call.metadata[key])])),
    locale,
    dir,
  };
}

/** The same model without what the person (or a stranger) brought. */
export function withoutPersonalValues(model: MessageModel): MessageModel {
  return withPersonalValues(model, () => undefined);
}

/**
 * The same model for a subject: without the values that Cognito would refuse it for, such as a name in a script
 * that is newer than its Unicode. An email has entities for them.
 */
export function subjectModel(model: MessageModel): MessageModel {
  const { name, metadata } = model;
  const isFit = (value: string | undefined) => value === undefined || firstRefused(repairedText(value)) < 0;
  if (isFit(name) && Object.values(metadata).every(isFit)) return model;
  return withPersonalValues(model, (value) => (isFit(value) ? value : undefined));
}

function withPersonalValues(
  model: MessageModel,
  by: (value: string | undefined) => string | undefined,
): MessageModel {
  const metadata = Object.fromEntries(Object.entries(model.metadata).map(([key, each]) => [key, by(each)]));
  return { ...model, name: by(model.name), metadata };
}

/** Whether a message written from this model can hold anything that the person brought. */
export function hasPersonalValues(model: MessageModel): boolean {
  return model.name !== undefined || Object.values(model.metadata).some((value) => value !== undefined);
}
