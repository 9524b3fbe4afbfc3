import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import { languageAndTag } from "../../templates/language-tag.ts";
import { indexOfKey, MESSAGES } from "../../templates/settings.ts";
import { folderOf, localeFolders, partFiles, partNames } from "../../templates/sources.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const missingPart: Rule = {
  name: "missing-part",
  severity: "error",
  protects:
    "Cognito does not say which of subject, email and SMS it will send: each message needs all three, in each language that it is offered in.",
  mending: "Add the file.",
  example: { file: "templates/messages.json", to: '{ "default": "en", "locales": ["en", "nl"] }' },
  check,
};

function check(project: Project): Case[] {
  const { settings, offered, parts } = project;
  const folders = localeFolders(project.files);
  const drafts = new Map(
    parts.filter(({ isOffered }) => !isOffered).map((part) => [`${part.locale} ${part.source}`, part]),
  );
  return [
    ...settings.locales.flatMap((locale) => {
      const sources = (Object.keys(offered) as CustomMessageSource[]).filter((source) =>
        offered[source]?.includes(locale),
      );
      const isEmpty = sources.length > 0 && !folders.has(locale);
      if (isEmpty) return [emptyLocale(locale, project)];
      return sources.flatMap((source) => missing({ locale, source, isOffered: true }, project));
    }),
    ...[...drafts.values()].flatMap((part) => missing(part, project)),
  ];
}

/** A language that is offered and was never begun: one thing to say, whatever it lacks. */
function emptyLocale(locale: string, { files }: Project): Case {
  const text = files.get(MESSAGES) ?? "";
  return {
    file: MESSAGES,
    index: Math.max(0, text.indexOf(JSON.stringify(locale), indexOfKey(text, ["locales"]))),
    message: `${languageAndTag(locale)} is offered, and there is no folder templates/${locale}.`,
    mending: `Copy the messages with \`cognito-recovery new locale ${locale}\` and translate them, or take "${locale}" out of \`locales\`.`,
  };
}

/** The parts that a message lacks; one case when it has none of them. */
function missing(
  { locale, source, isOffered }: NonNullable<Case["part"]>,
  { files, settings }: Project,
): Case[] {
  const folder = `templates/${locale}/${folderOf(source)}`;
  const lacking = partNames.map((part) => `${folder}/${partFiles[part]}`).filter((file) => !files.has(file));
  const part = { locale, source, isOffered };
  // What all others fall back to is offered always.
  const unless =
    locale === settings.default
      ? "remove the message from every language"
      : `do not offer ${folderOf(source)} in ${languageAndTag(locale)}: see \`messages\` in templates/messages.json`;
  if (lacking.length === partNames.length) {
    const message = `${languageAndTag(locale)} has no message ${folderOf(source)}.`;
    const how =
      locale === settings.default
        ? "Add it"
        : `Copy it with \`cognito-recovery new locale ${locale}\` and translate it`;
    const mending = `${how}, or ${unless}.`;
    return [{ file: folder, index: 0, part, message, mending }];
  }
  return lacking.map((file) => {
    const message = "This part of the message is missing.";
    return { file, index: 0, part, message, mending: `Add it, or ${unless}.` };
  });
}
