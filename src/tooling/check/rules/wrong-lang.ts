import { languageAndTag } from "../../templates/language-tag.ts";
import { attributeOf, type FlatHtml, flatEmails, markerOf, unmarked } from "../html/flat-html.ts";
import type { CheckedPart } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const wrongLang: Rule = {
  name: "wrong-lang",
  severity: "warning",
  protects:
    "Programs that read emails aloud, and those that translate or hyphenate them, go by lang: with another language in it, a person hears their own language in a foreign voice.",
  mending: 'Write lang="{{locale}}".',
  example: {
    file: "templates/_brand/layout.html.hbs",
    from: 'lang="{{locale}}"',
    to: 'lang="en"',
  },
  check: (project) => flatEmails(project).flatMap(({ part, html }) => casesOf(part, html)),
};

function casesOf(part: CheckedPart, html: FlatHtml): Case[] {
  return html.elements.flatMap((element) => {
    const lang = attributeOf(element, "lang");
    if (!lang || isLanguageOf(lang.value, part.locale)) return [];
    const place = html.at(lang.start);
    const shown = unmarked(lang.value);
    if (element.name !== "html" && element.name !== "body") {
      const message = `This says that <${element.name}> is in “${shown}”; the email is in ${languageAndTag(part.locale)}.`;
      return [
        {
          ...place,
          part,
          message,
          mending: "Remove the lang; if these words are in that language, leave it.",
        },
      ];
    }
    const isOwn = place.file === part.file;
    const message = isOwn
      ? `This says that the email is in “${shown}”; it is in ${languageAndTag(part.locale)}.`
      : `lang="${shown}" stands here whatever the language of the email.`;
    return [{ ...place, part, message }];
  });
}

/** Of the values that are printed, the locale alone is a language. */
function isLanguageOf(lang: string, locale: string): boolean {
  if (lang === markerOf("locale")) return true;
  try {
    const [written, meant] = [lang, locale].map((tag) => new Intl.Locale(tag).maximize());
    return written?.language === meant?.language && written?.script === meant?.script;
  } catch {
    return false;
  }
}
