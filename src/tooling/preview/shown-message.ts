import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";
import type { Finding } from "../check/finding.ts";
import { missingStrings } from "../templates/offered.ts";
import type { Message } from "../templates/project.ts";
import { filesOf, findingsAbout, isMeant, type SourceFile } from "./about-message.ts";
import { type Picture, pictureOf } from "./picture.ts";
import type { View } from "./view.ts";
import type { Workbench } from "./workbench.ts";

/** All that a page shows of a message in a language. */
export interface ShownMessage {
  readonly locale: string;
  readonly source: CustomMessageSource;
  /** `forgot-password` */
  readonly name: string;
  /** Absent while it has never been possible to compile it. */
  readonly picture: Picture | undefined;
  /** Whether the picture is of what was saved before, since what is saved now cannot be compiled. */
  readonly isFormer: boolean;
  /** What is found about this message, and about the files that it shares with others. */
  readonly findings: readonly Finding[];
  /** The strings that it requires and the language lacks. */
  readonly missing: readonly string[];
  /** Whether the language has the message, or should have it. */
  readonly isMeant: boolean;
  readonly files: readonly SourceFile[];
}

/** A message as it is shown. */
export async function shownMessage(
  bench: Workbench,
  locale: string,
  message: Message,
  view: View,
): Promise<ShownMessage> {
  const { source, name } = message;
  const compiled = bench.specs(locale, message);
  return {
    locale,
    source,
    name,
    picture: compiled && (await pictureOf(bench, { locale, source, specs: compiled.specs }, view)),
    isFormer: compiled?.isFormer ?? false,
    findings: findingsAbout(bench, locale, message),
    missing: missingStrings(message, locale, bench.checked.project),
    files: filesOf(bench, locale, message),
    isMeant: isMeant(bench, locale, message),
  };
}
