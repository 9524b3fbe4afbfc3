import type { Part } from "../../message/accepted.ts";
import type { Files } from "../check/copy.ts";
import { localeFolders, partFiles, partNames } from "./sources.ts";
import { marked } from "./to-translate.ts";

/** Files to be added to a project, and how many lines of them are to be translated. */
export interface NewCopy {
  readonly files: Files;
  readonly marks: number;
  /** The files that would have been added, and are there. */
  readonly kept: readonly string[];
}

/** A part of a message in a locale. */
interface Wanted {
  readonly locale: string;
  readonly message: string;
  readonly part: Part;
}

/** What the messages of the reference locale have and a locale lacks, with what is to be translated marked. */
export function newLocale(files: Files, reference: string, locale: string): NewCopy {
  const messages = [...(localeFolders(files).get(reference) ?? [])];
  return added(
    files,
    messages.flatMap((message) => partsOf(locale, message)),
    (wanted) => markedFrom(files, reference, wanted),
  );
}

/**
 * What each locale lacks of a message. From the reference, with what is to be translated marked, where the
 * project has a text of its own; else as shipped with cognito-recovery, where it is shipped in that locale; else
 * marked, as shipped in the reference or in English.
 */
export function newMessage(
  files: Files,
  shipped: Files,
  { message, reference, locales }: { message: string; reference: string; locales: readonly string[] },
): NewCopy {
  return added(
    files,
    locales.flatMap((locale) => partsOf(locale, message)),
    (wanted) => {
      const own = markedFrom(files, reference, wanted);
      const text = shipped.get(fileOf(wanted));
      if (own || text === undefined) {
        return own ?? markedFrom(shipped, reference, wanted) ?? markedFrom(shipped, "en", wanted);
      }
      return { text, marks: 0 };
    },
  );
}

type Written = ReturnType<typeof marked>;

/** Those of the parts that are not there, as far as there is a text for them. */
function added(
  files: Files,
  wanted: readonly Wanted[],
  textOf: (wanted: Wanted) => Written | undefined,
): NewCopy {
  const kept = wanted.map(fileOf).filter((file) => files.has(file));
  const texts = wanted
    .filter((each) => !files.has(fileOf(each)))
    .flatMap((each) => {
      const written = textOf(each);
      return written ? [{ file: fileOf(each), ...written }] : [];
    });
  return {
    files: new Map(texts.map(({ file, text }) => [file, text])),
    marks: texts.reduce((sum, { marks }) => sum + marks, 0),
    kept,
  };
}

function partsOf(locale: string, message: string): Wanted[] {
  return partNames.map((part) => ({ locale, message, part }));
}

function markedFrom(files: Files, locale: string, wanted: Wanted): Written | undefined {
  const text = files.get(fileOf({ ...wanted, locale }));
  return text === undefined ? undefined : marked(text);
}

function fileOf({ locale, message, part }: Wanted): string {
  return `templates/${locale}/${message}/${partFiles[part]}`;
}
