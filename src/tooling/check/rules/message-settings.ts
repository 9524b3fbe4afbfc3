import { languageAndTag } from "../../templates/language-tag.ts";
import { indexOfKey, MESSAGES } from "../../templates/settings.ts";
import { localeFolders } from "../../templates/sources.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const messageSettings: Rule = {
  name: "message-settings",
  severity: "error",
  protects:
    "What messages.json says of a message must fit the folders, and leave each message its default language: it is what every other falls back to.",
  mending: "Add the folder, or remove the entry.",
  example: {
    file: MESSAGES,
    to: '{ "default": "en", "locales": ["en", "de"], "messages": { "forgot-password": ["de"] } }',
  },
  check,
};

function check({ files, settings }: Project): Case[] {
  const folders = localeFolders(files);
  const cases: Case[] = [];
  for (const [message, locales] of Object.entries(settings.messages)) {
    const place = { file: MESSAGES, index: indexOfKey(files.get(MESSAGES) ?? "", ["messages", message]) };
    if (!settings.locales.some((locale) => folders.get(locale)?.has(message))) {
      cases.push({ ...place, message: `No language has a folder "${message}".` });
    } else if (!locales.includes(settings.default)) {
      cases.push({
        ...place,
        message: `"${message}" is not offered in the default language, ${languageAndTag(settings.default)}.`,
        mending: "Offer it there: it is what all others fall back to.",
      });
    }
    for (const locale of locales.filter((each) => !settings.locales.includes(each))) {
      cases.push({
        ...place,
        message: `"${message}" is offered in ${languageAndTag(locale)}, which is not among \`locales\`.`,
        mending: `Add "${locale}" to \`locales\` too, or remove it here.`,
      });
    }
  }
  return cases;
}
