import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import { folderOf, partFiles, partNames } from "../../templates/sources.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const missingPart: Rule = {
  name: "missing-part",
  severity: "error",
  protects:
    "Cognito does not say which of subject, email and SMS it will send: each message needs all three, in each language that it is offered in.",
  mending: "Add the file.",
  example: {
    file: "templates/messages.json",
    to: '{ "default": "en", "locales": ["en", "nl"] }',
  },
  check,
};

function check({ files, settings, offered, parts }: Project): Case[] {
  const missing = (locale: string, source: CustomMessageSource, isOffered: boolean): Case[] =>
    partNames
      .map((part) => `templates/${locale}/${folderOf(source)}/${partFiles[part]}`)
      .filter((file) => !files.has(file))
      .map((file) => ({
        file,
        index: 0,
        part: { locale, source, isOffered },
        message: "This part of the message is missing.",
        mending: `Add it, or do not offer ${folderOf(source)} in ${locale} (templates/messages.json).`,
      }));
  const drafts = new Map(
    parts.filter(({ isOffered }) => !isOffered).map((part) => [`${part.locale} ${part.source}`, part]),
  );
  return [
    ...Object.entries(offered).flatMap(([source, locales = []]) =>
      locales
        .filter((locale) => settings.locales.includes(locale))
        .flatMap((locale) => missing(locale, source as CustomMessageSource, true)),
    ),
    ...[...drafts.values()].flatMap(({ locale, source }) => missing(locale, source, false)),
  ];
}
