import type { Rule } from "../rule.ts";

/** What stands for bytes that are no UTF-8, wherever a file is read. */
const UNREADABLE = "\ufffd";

export const encoding: Rule = {
  name: "encoding",
  severity: "error",
  protects:
    "Every file is saved as UTF-8. In another encoding, letters such as ä or é cannot be read, and people would get a � in their place.",
  mending:
    "Save the file as UTF-8, which most editors offer where they save, and write the letter again if it shows as �.",
  example: { file: "templates/en/forgot-password/subject.txt.hbs", from: "Your", to: "Yo\ufffdr" },
  check: ({ files }) =>
    [...files]
      .map(([file, text]) => ({ file, index: text.indexOf(UNREADABLE) }))
      .filter(({ index }) => index >= 0)
      .map((place) => ({
        ...place,
        message:
          "A letter here cannot be read: the file is not saved as UTF-8, or the letter was lost before.",
      })),
};
