import type { Context } from "aws-lambda";
import { type Brand, brandOf } from "../../message/brand.ts";
import type { MessageSpecs } from "../../message/compiled-templates.ts";
import { customMessage } from "../../message/custom-message.ts";
import { fitted } from "../../message/fitted.ts";
import { type MessageModel, messageModel } from "../../message/message-model.ts";
import type { Part } from "../../message/rejections.ts";
import { renderer } from "../../message/renderer.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { clientMetadataOf, validated } from "../../trigger/metadata.ts";
import { triggerHandler } from "../../trigger/trigger-handler.ts";
import { sampleEvent } from "../check/sample-event.ts";
import { direction } from "../templates/locale-table.ts";
import { partNames } from "../templates/messages.ts";
import type { Samples } from "../templates/samples.ts";
import { type Dropped, droppedOf } from "./dropped.ts";
import type { Workbench } from "./workbench.ts";

/** What an event would bring of a person: an entry of templates/samples.json. */
export type Sample = Samples[string];

/** What a person gets, as the trigger answers Cognito: its placeholders are still in it. */
export interface Picture {
  /** The parts; one that is absent is left to Cognito's own text. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
  readonly brand: Brand;
  /** What the parts that are left to Cognito would be, and why it would refuse them. */
  readonly refused: Readonly<Partial<Record<Part, RefusedText>>>;
  /** What the trigger had to do without, in its own words; empty when all went out as meant. */
  readonly warnings: readonly string[];
  /** What the sample brought and no message prints, each with the reason. */
  readonly dropped: readonly Dropped[];
}

/** A part as it was meant. */
export interface RefusedText {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** Whom a message is shown for. */
export interface Recipient {
  readonly sample: Sample;
  /** A brand's key, to show it for that one; left out, for the brand of the sample's app client. */
  readonly brand: string | undefined;
}

/** The answer of the trigger, with the very code of the Lambda, from the event's metadata to the repaired text. */
export async function pictureOf(
  bench: Workbench,
  { locale, source, specs }: { locale: string; source: CustomMessageSource; specs: MessageSpecs },
  { sample, brand }: Recipient,
): Promise<Picture> {
  const all = bench.templates(locale, source, specs);
  // A brand that is asked for on the page is everybody's: no app client has another.
  const brands = brand === undefined ? all.brands : { ...all.brands, default: brand, clients: {} };
  let warnings: readonly string[] = [];
  const handler = triggerHandler(customMessage({ templates: { ...all, brands } }), {
    ...(bench.schema && { metadata: bench.schema }),
    log: (invocation) => {
      warnings = invocation.warnings ?? [];
    },
  });
  // Without a `sub` there is no link to the page where a new password is chosen.
  const userAttributes = { sub: "00000000-0000-4000-8000-000000000000", ...sample.userAttributes };
  const event = sampleEvent(source, { ...sample, userAttributes });
  const { response } = await handler(event, {} as Context);
  const { emailSubject, emailMessage, smsMessage } = response;
  const asked = sample.clientMetadata?.brand;
  const parts = {
    ...(emailSubject && { subject: emailSubject }),
    ...(emailMessage && { email: emailMessage }),
    ...(smsMessage && { sms: smsMessage }),
  };
  const chosen = brandOf(brands, sample.clientId, asked);
  const { metadata } = await validated(clientMetadataOf(event), bench.schema);
  const call = { metadata };
  const context = { brand: chosen, metadataKeys: all.metadataKeys, locale, dir: direction(locale) };
  const meant = messageModel(event, call, context);
  return {
    parts,
    refused: refusedTexts(parts, specs, meant),
    brand: chosen,
    warnings,
    dropped: await droppedOf(sample, bench.schema, all.metadataKeys, all.brands.clients),
  };
}

function refusedTexts(
  parts: Picture["parts"],
  specs: MessageSpecs,
  model: MessageModel,
): Partial<Record<Part, RefusedText>> {
  const render = renderer(specs);
  const placeholders = { code: model.code, username: model.username };
  return Object.fromEntries(
    partNames.flatMap((part) => {
      if (parts[part] !== undefined) return [];
      const { text, rejections: refused } = fitted(part, render(part, model), placeholders);
      return refused.length > 0 ? [[part, { text, reasons: refused.map(({ reason }) => reason) }]] : [];
    }),
  );
}
