import type { Files } from "../check/copy.ts";
import { localeFolders, partFiles, partNames } from "./sources.ts";
import { marked } from "./to-translate.ts";

/** Files to be added to a project, and how many lines of them are to be translated. */
export interface NewCopy {
  readonly files: Files;
  readonly marks: number;
}

/** The messages of the reference locale that a locale lacks, with what is to be translated marked. */
export function newLocale(files: Files, reference: string, locale: string): NewCopy {
  const folders = localeFolders(files);
  const messages = [...(folders.get(reference) ?? [])].filter((each) => !folders.get(locale)?.has(each));
  return together(
    messages.map((message) => copied(files, { message, from: reference, to: locale, isMarked: true })),
  );
}

/**
 * A message for each locale that lacks it: as shipped with cognito-recovery where it is shipped in that
 * locale, else from the reference, with what is to be translated marked. A project's own text of the message
 * comes before what is shipped.
 */
export function newMessage(
  files: Files,
  shipped: Files,
  { message, reference, locales }: { message: string; reference: string; locales: readonly string[] },
): NewCopy {
  const has = (texts: Files, locale: string) => localeFolders(texts).get(locale)?.has(message) ?? false;
  const isOwn = has(files, reference);
  return together(
    locales
      .filter((locale) => !has(files, locale))
      .map((locale) => {
        if (isOwn) return copied(files, { message, from: reference, to: locale, isMarked: true });
        if (has(shipped, locale))
          return copied(shipped, { message, from: locale, to: locale, isMarked: false });
        const from = has(shipped, reference) ? reference : "en";
        return copied(shipped, { message, from, to: locale, isMarked: true });
      }),
  );
}

function copied(
  files: Files,
  { message, from, to, isMarked }: { message: string; from: string; to: string; isMarked: boolean },
): NewCopy {
  let marks = 0;
  const copies = partNames.flatMap((part): [string, string][] => {
    const text = files.get(`templates/${from}/${message}/${partFiles[part]}`);
    if (text === undefined) return [];
    const copy = isMarked ? marked(text) : { text, marks: 0 };
    marks += copy.marks;
    return [[`templates/${to}/${message}/${partFiles[part]}`, copy.text]];
  });
  return { files: new Map(copies), marks };
}

function together(copies: readonly NewCopy[]): NewCopy {
  return {
    files: new Map(copies.flatMap(({ files }) => [...files])),
    marks: copies.reduce((sum, { marks }) => sum + marks, 0),
  };
}
