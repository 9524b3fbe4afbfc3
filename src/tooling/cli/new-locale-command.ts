import { languageAndTag, languageName } from "../templates/is-language-tag.ts";
import { startLanguage } from "../templates/start-language.ts";
import { commandLine } from "../terminal/command-line.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { projectFolder } from "./project-folder.ts";

/** `new locale`: writes a catalog to be translated. Nothing is overwritten. */
export async function newLocaleCommand(tag: string, _options: object, io: Io): Promise<number> {
  const { file, source, parent, strings, words } = startLanguage(projectFolder(io), tag);
  print(
    io,
    parent
      ? `${file} is written. It has every string of ${languageAndTag(parent)}: add those that differ.`
      : `${file} is written: ${strings} strings to translate from ${languageName(source)}, about ${words} words.
A message is offered in ${languageName(tag)} as soon as it has all of its strings: \`${commandLine("check")}\` reports what is missing.`,
  );
  return 0;
}
