import type { CustomMessageEvent } from "../trigger/custom-message-event.ts";
import type { Call } from "../trigger/responder.ts";
import type { Brand } from "./brand.ts";
import { clean } from "./clean.ts";
import { placeholdersOf } from "./placeholders.ts";
import { firstRejected } from "./rejections.ts";
import { repairedText } from "./repaired-text.ts";
import { resetLink } from "./reset-link.ts";

/**
 * The values that templates may use. Every key exists; a missing value is `undefined`, and templates use it within
 * `{{#if}}`. Names and metadata have passed {@link clean}.
 */
export interface MessageModel {
  /** The placeholder that Cognito replaces with the code. */
  readonly code: string;
  /** The placeholder for the user name, in an invitation (AdminCreateUser) only. */
  readonly username: string | undefined;
  /** The link to enter the code, if the brand has a `resetUrl` and the message is for resetting a password. */
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

/** Returns the model of an event, the person's values included. */
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

/** Returns the model without the values that the person, or a stranger, sent. */
export function withoutPersonalValues(model: MessageModel): MessageModel {
  return withPersonalValues(model, () => undefined);
}

/**
 * Returns the model for a subject, without the values that Cognito would reject there, such as a name in a script that
 * is newer than its Unicode. In an email these are entities.
 */
export function subjectModel(model: MessageModel): MessageModel {
  const { name, metadata } = model;
  const isAccepted = (value = "") => firstRejected(repairedText(value)) < 0;
  if (isAccepted(name) && Object.values(metadata).every(isAccepted)) return model;
  return withPersonalValues(model, (value) => (isAccepted(value) ? value : undefined));
}

function withPersonalValues(
  model: MessageModel,
  map: (value: string | undefined) => string | undefined,
): MessageModel {
  const metadata = Object.fromEntries(Object.entries(model.metadata).map(([key, each]) => [key, map(each)]));
  return { ...model, name: map(model.name), metadata };
}

/** Whether the model contains a value that the person sent. */
export function hasPersonalValues(model: MessageModel): boolean {
  return model.name !== undefined || Object.values(model.metadata).some((value) => value !== undefined);
}
