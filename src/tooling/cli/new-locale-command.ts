import { languageAndTag, languageName } from "../templates/language-tag.ts";
import { startLanguage } from "../templates/start-language.ts";
import { commandLine } from "../terminal/command-line.ts";
import { projectFolder } from "./project-folder.ts";

/** `new locale`: writes a catalog to be translated. Nothing is overwritten. */
export async function newLocaleCommand(tag: string): Promise<number> {
  const { file, source, parent, strings, words } = startLanguage(projectFolder(), tag);
  console.log(
    parent
      ? `${file} is written. It has every string of ${languageAndTag(parent)}: add those that differ.`
      : `${file} is written: ${strings} strings to translate from ${languageName(source)}, about ${words} words.
A message is offered in ${languageName(tag)} as soon as it has all of its strings: \`${commandLine("check")}\` reports what is missing.`,
  );
  return 0;
}
