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
      ? `Wrote ${file}. It uses every text of ${languageAndTag(parent)}: add those that differ.`
      : `Wrote ${file}: ${strings} texts to translate from ${languageName(source)}, about ${words} words.
A message is offered in ${languageName(tag)} as soon as all of its texts are translated: \`${commandLine("check")}\` reports what is missing.`,
  );
  return 0;
}
