import type { Context } from "aws-lambda";
import { type Brand, brandOf } from "../../message/brand.ts";
import type { CompiledTemplates, MessageSpecs } from "../../message/compiled-templates.ts";
import { customMessage } from "../../message/custom-message.ts";
import { fitted } from "../../message/fitted.ts";
import { type MessageModel, messageModel } from "../../message/message-model.ts";
import type { Part } from "../../message/rejections.ts";
import { renderer } from "../../message/renderer.ts";
import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { clientMetadataOf, type MetadataSchema, validated } from "../../trigger/metadata.ts";
import { triggerHandler } from "../../trigger/trigger-handler.ts";
import { sampleEvent } from "../check/sample-event.ts";
import { direction, localeTable } from "../templates/locale-table.ts";
import { partNames } from "../templates/message-sources.ts";
import type { Project } from "../templates/project.ts";
import type { Sample } from "../templates/samples.ts";
import { type Dropped, droppedOf } from "./dropped.ts";

/** The trigger's answer to Cognito: placeholders are not filled in yet. */
export interface RenderedMessage {
  /** The parts; one that is absent is left to Cognito's own text. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
  readonly brand: Brand;
  /** The parts that are left to Cognito as they would be, and why: without a reason, for the other part's sake. */
  readonly rejected: Readonly<Partial<Record<Part, RejectedText>>>;
  /** The warnings that the trigger logs; empty when everything is sent as written. */
  readonly warnings: readonly string[];
  /** The values of the sample that no message prints, each with the reason. */
  readonly dropped: readonly Dropped[];
}

/** A part as it would be without the trigger's fallback. */
export interface RejectedText {
  readonly text: string;
  readonly reasons: readonly string[];
}

/** The person that a message is shown for. */
export interface Recipient {
  readonly sample: Sample;
  /** A brand's key; left out, the brand of the sample's app client. */
  readonly brand: string | undefined;
}

/** A message in a language, compiled, with what of its project the trigger needs. */
export interface CompiledMessage {
  readonly project: Project;
  readonly schema: MetadataSchema | undefined;
  readonly locale: string;
  readonly source: CustomMessageSource;
  readonly specs: MessageSpecs;
}

/** The answer of the trigger, with the very code of the Lambda, from the event's metadata to the repaired text. */
export async function renderedMessage(
  { project, schema, locale, source, specs }: CompiledMessage,
  { sample, brand }: Recipient,
): Promise<RenderedMessage> {
  const metadataKeys = [...project.metadata.keys()];
  // A brand that is chosen on the page is everybody's: no app client has another.
  const brands = brand === undefined ? project.brands : { ...project.brands, default: brand, clients: {} };
  const templates: CompiledTemplates = {
    defaultLocale: locale,
    offered: { [source]: "all" },
    locales: localeTable([locale]),
    brands,
    metadataKeys,
    load: async () => ({ messages: { [source]: specs } }),
  };
  let warnings: readonly string[] = [];
  const handler = triggerHandler(customMessage({ templates }), {
    ...(schema && { metadata: schema }),
    log: (invocation) => {
      warnings = invocation.warnings ?? [];
    },
  });
  // Without a `sub` there is no link to the page where a new password is chosen.
  const userAttributes = { sub: "00000000-0000-4000-8000-000000000000", ...sample.userAttributes };
  const event = sampleEvent(source, { ...sample, userAttributes });
  const { response } = await handler(event, {} as Context);
  const { emailSubject, emailMessage, smsMessage } = response;
  const parts = {
    ...(emailSubject && { subject: emailSubject }),
    ...(emailMessage && { email: emailMessage }),
    ...(smsMessage && { sms: smsMessage }),
  };
  const chosen = brandOf(brands, sample.clientId, sample.clientMetadata?.brand);
  const { metadata } = await validated(clientMetadataOf(event), schema);
  const model = messageModel(
    event,
    { metadata },
    { brand: chosen, metadataKeys, locale, dir: direction(locale) },
  );
  return {
    parts,
    rejected: rejectedTexts(parts, specs, model),
    brand: chosen,
    warnings,
    dropped: await droppedOf(sample, schema, metadataKeys, project.brands.clients),
  };
}

function rejectedTexts(
  parts: RenderedMessage["parts"],
  specs: MessageSpecs,
  model: MessageModel,
): Partial<Record<Part, RejectedText>> {
  const render = renderer(specs);
  const placeholders = { code: model.code, username: model.username };
  return Object.fromEntries(
    partNames.flatMap((part) => {
      if (parts[part] !== undefined) return [];
      const { text, rejections } = fitted(part, render(part, model), placeholders);
      return [[part, { text, reasons: rejections.map(({ reason }) => reason) }]];
    }),
  );
}
