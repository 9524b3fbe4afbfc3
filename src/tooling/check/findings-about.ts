import { SHARED } from "../templates/catalog.ts";
import { localesAround } from "../templates/is-language-tag.ts";
import type { Message, Project } from "../templates/project.ts";
import { usedStrings } from "../templates/used-strings.ts";
import type { Finding } from "./finding.ts";

/** The findings about a message in a language, and about the files and strings that it shares with others. */
export function findingsAbout(
  findings: readonly Finding[],
  message: Message,
  locale: string,
  project: Project,
): readonly Finding[] {
  const used = new Set(usedStrings(message, project).map(({ id }) => id));
  const files = new Set(Object.values(message.parts).flatMap((part) => part.files));
  const around = localesAround(locale);
  return findings.filter((finding) => {
    const { key, file } = finding;
    if (finding.locale !== undefined && !around.includes(finding.locale)) return false;
    if (key !== undefined) return used.has(key) || messageOf(finding) === message.name;
    return files.has(file) || finding.locale !== undefined;
  });
}

/** The message that a finding is about; `undefined` where it is about no single one. */
export function messageOf({ file, key }: Finding): string | undefined {
  if (key === undefined) return /^templates\/messages\/([^/.]+)\./.exec(file)?.[1];
  const [section] = key.split(".");
  return section === SHARED ? undefined : section;
}
