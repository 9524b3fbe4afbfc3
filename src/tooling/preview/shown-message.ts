import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Finding } from "../check/finding.ts";
import type { TemplateSource } from "../templates/sources.ts";
import { filesOf, findingsAbout, isMeant } from "./about-message.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { View } from "./view.ts";
import type { Workbench } from "./workbench.ts";

/** All that a page shows of a message in a language. */
export interface ShownMessage {
  readonly locale: string;
  readonly source: CustomMessageSource;
  /** Absent while it has never been possible to compile it. */
  readonly picture: Picture | undefined;
  /** Whether the picture is of what was saved before, since what is saved now cannot be compiled. */
  readonly isFormer: boolean;
  /** What is said of this message, and of the files that it shares with others. */
  readonly findings: readonly Finding[];
  /** Whether the language has the message, or should have it. */
  readonly isMeant: boolean;
  /** The message's own files, and the partials that it includes. */
  readonly files: readonly TemplateSource[];
}

/** A message as it is looked at. */
export async function shownMessage(
  bench: Workbench,
  locale: string,
  source: CustomMessageSource,
  view: View,
): Promise<ShownMessage> {
  const message = bench.message(locale, source);
  return {
    locale,
    source,
    picture: message && (await pictureOf(bench, { locale, source, ...message }, view)),
    isFormer: message?.isFormer ?? false,
    findings: findingsAbout(bench, locale, source),
    files: filesOf(bench, locale, source),
    isMeant: isMeant(bench, locale, source),
  };
}
