import { type Step, steps } from "../annotations/annotations.ts";
import { localeServed, type StatedLocale } from "../locale/locale-served.ts";
import { type OfferedLocale, offeredLocale } from "../locale/locale-table.ts";
import type { Offered } from "../locale/nearest-locale.ts";
import { prefetch } from "../parameter/prefetch.ts";
import type { Setting } from "../parameter/setting.ts";
import type {
  CustomMessageEvent,
  CustomMessageResponse,
  CustomMessageSource,
} from "../trigger/custom-message-event.ts";
import type { Call, Responder } from "../trigger/responder.ts";
import { type Attempt, firstAccepted } from "./attempt.ts";
import { brandClient, brandOf } from "./brand.ts";
import type { CompiledTemplates } from "./compiled-templates.ts";
import { hasPersonalValues, messageModel, withoutPersonalValues } from "./message-model.ts";
import { placeholdersOf } from "./placeholders.ts";
import { type Renderer, renderer } from "./renderer.ts";

export interface CustomMessageOptions {
  /** The templates that `cognito-recovery compile` has written. */
  readonly templates: CompiledTemplates;
  /**
   * The pool's `EmailSendingAccount`; `DEVELOPER` when left out. A pool that sends through Cognito's own sender rejects
   * a subject and an email from a trigger, so with `COGNITO_DEFAULT` the answer has only the SMS.
   */
  readonly emailSendingAccount?: Setting<"DEVELOPER" | "COGNITO_DEFAULT">;
}

/**
 * Returns the responder of custom message, which writes the message in the person's language: subject, email and
 * SMS, since the event does not say which of them Cognito will send.
 *
 * A part that Cognito would reject, or whose template fails, is written again without the person's values, then in
 * the project's default locale, and then left to Cognito's own text. Subject and email fall back together, the SMS by
 * itself. A source without a message in templates/ is left to Cognito too.
 */
export function customMessage(options: CustomMessageOptions): Responder<CustomMessageEvent> {
  const { templates } = options;
  const rendererOf = renderersOf(templates);
  return async (event, call) => {
    const offered = offeredFor(event.triggerSource, templates);
    const served = localeServed(statedLocales(event, call, templates), offered, templates.locales);
    const placeholders = placeholdersOf(event);
    if (!served || !placeholders) {
      call.annotate({ outcome: "passed" });
      return undefined;
    }
    const attempts = attemptsAt(event, call, templates, served.locale, rendererOf);
    const warnings: string[] = [];
    const account = prefetch(options.emailSendingAccount ?? "DEVELOPER", call.signal);
    const sms = await firstAccepted(["sms"], attempts, placeholders, warnings);
    // Without the setting, leave the email out: Cognito would reject the whole response because of it.
    const email =
      (await account.catch(() => undefined)) === "DEVELOPER"
        ? await firstAccepted(["subject", "email"], attempts, placeholders, warnings)
        : undefined;
    const { asked, by, locale, unmet } = served;
    const isServed = sms.texts !== undefined || email?.texts !== undefined;
    call.annotate({
      outcome: isServed ? "served" : "left to Cognito",
      locale: { asked, by, served: locale.tag, ...(unmet.length > 0 && { unmet }) },
      step: furthest(sms.step, email?.step ?? sms.step),
      warnings,
    });
    if (!isServed) return undefined;
    return {
      ...(sms.texts && { smsMessage: sms.texts.sms }),
      ...(email?.texts && { emailSubject: email.texts.subject, emailMessage: email.texts.email }),
    } satisfies CustomMessageResponse;
  };
}

function furthest(one: Step, other: Step): Step {
  return steps.indexOf(one) > steps.indexOf(other) ? one : other;
}

function offeredFor(source: CustomMessageSource, { offered }: CompiledTemplates): Offered {
  return (Object.hasOwn(offered, source) ? offered[source] : undefined) ?? [];
}

/** Returns the languages that are stated for an event, by precedence. */
function statedLocales(event: CustomMessageEvent, call: Call, templates: CompiledTemplates): StatedLocale[] {
  return [
    { by: "metadata", text: call.metadata.locale },
    { by: "attribute", text: event.request.userAttributes?.locale },
    { by: "client", text: brandClient(templates.brands, call.clientId)?.locale },
    { by: "project", text: templates.defaultLocale },
  ];
}

function attemptsAt(
  event: CustomMessageEvent,
  call: Call,
  templates: CompiledTemplates,
  locale: OfferedLocale,
  rendererOf: ReturnType<typeof renderersOf>,
): Attempt[] {
  const { metadataKeys, locales, defaultLocale } = templates;
  const brand = brandOf(templates.brands, call.clientId, call.metadata.brand);
  const model = ({ tag, dir }: OfferedLocale) =>
    messageModel(event, call, { brand, metadataKeys, locale: tag, dir });
  const load =
    ({ tag }: OfferedLocale) =>
    () =>
      rendererOf(event.triggerSource, tag);
  const meant = model(locale);
  // Compiling requires that it is among the locales.
  const fallback = offeredLocale(defaultLocale, locales) as OfferedLocale;
  const attempts: Attempt[] = [{ step: "as meant", model: () => meant, renderer: load(locale) }];
  if (hasPersonalValues(meant)) {
    attempts.push({
      step: "without personal values",
      model: () => withoutPersonalValues(meant),
      renderer: load(locale),
    });
  }
  if (fallback.tag !== locale.tag) {
    attempts.push({
      step: "in the default locale",
      model: () => withoutPersonalValues(model(fallback)),
      renderer: load(fallback),
    });
  }
  return attempts;
}

/** Returns a function that loads the renderer of a message, once per container. */
function renderersOf({ load }: CompiledTemplates) {
  const loaded = new Map<string, Renderer>();
  return async (source: CustomMessageSource, tag: string): Promise<Renderer> => {
    const key = `${source} ${tag}`;
    const previous = loaded.get(key);
    if (previous) return previous;
    const module = await load(tag);
    const { messages } = "messages" in module ? module : module.default;
    const specs = messages[source];
    if (!specs) throw new Error(`generated/locale/${tag}.cjs has no ${source}`);
    const made = renderer(specs);
    loaded.set(key, made);
    return made;
  };
}
