import type { Context } from "aws-lambda";
import type { Part } from "../../message/accepted.ts";
import { type Brand, brandOf } from "../../message/brand.ts";
import type { MessageSpecs } from "../../message/compiled.ts";
import { customMessage } from "../../message/custom-message.ts";
import type { CustomMessageEvent, CustomMessageSource } from "../../trigger/custom-message-event.ts";
import { triggerHandler } from "../../trigger/handler.ts";
import { CODE, USERNAME } from "../check/forms.ts";
import type { Samples } from "../templates/settings.ts";
import { type Dropped, droppedOf } from "./dropped.ts";
import type { Workbench } from "./workbench.ts";

/** What an event would bring of a person: an entry of templates/samples.json. */
export type Sample = Samples[string];

/** What a person gets, as the trigger answers Cognito: its placeholders are still in it. */
export interface Picture {
  /** The parts; one that is absent is left to Cognito's own text. */
  readonly parts: Readonly<Partial<Record<Part, string>>>;
  readonly brand: Brand;
  /** What the trigger had to do without, in its own words; empty when all went out as meant. */
  readonly warnings: readonly string[];
  /** What the sample brought and no message prints, each with the reason. */
  readonly dropped: readonly Dropped[];
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
  const handler = triggerHandler<CustomMessageEvent>(customMessage({ templates: { ...all, brands } }), {
    ...(bench.schema && { metadata: bench.schema }),
    log: (invocation) => {
      warnings = invocation.warnings ?? [];
    },
  });
  const { response } = await handler(eventOf(source, sample), {} as Context);
  const { emailSubject, emailMessage, smsMessage } = response;
  const asked = sample.clientMetadata?.brand;
  return {
    parts: {
      ...(emailSubject && { subject: emailSubject }),
      ...(emailMessage && { email: emailMessage }),
      ...(smsMessage && { sms: smsMessage }),
    },
    brand: brandOf(brands, sample.clientId, asked),
    warnings,
    dropped: await droppedOf(sample, bench.schema, all.metadataKeys),
  };
}

function eventOf(source: CustomMessageSource, sample: Sample): CustomMessageEvent {
  return {
    version: "1",
    triggerSource: source,
    region: "eu-central-1",
    userPoolId: "eu-central-1_example",
    userName: "sample",
    callerContext: { awsSdkVersion: "preview", clientId: sample.clientId ?? null },
    request: {
      // Without a `sub` there is no link to the page where a new password is chosen.
      userAttributes: { sub: "00000000-0000-4000-8000-000000000000", ...sample.userAttributes },
      clientMetadata: sample.clientMetadata ?? {},
      codeParameter: CODE,
      usernameParameter: source === "CustomMessage_AdminCreateUser" ? USERNAME : null,
    },
    response: { smsMessage: null, emailMessage: null, emailSubject: null },
  } as CustomMessageEvent;
}
