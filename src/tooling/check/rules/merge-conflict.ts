import { conflictAt } from "../merge-conflict.ts";
import type { Rule } from "../rule.ts";

export const mergeConflict: Rule = {
  name: "merge-conflict",
  severity: "error",
  protects:
    "Where two people have changed the same lines, Git puts both versions into the file, between lines that begin with <<<<<<<, ======= and >>>>>>>. Left so, people would get both, and the marks with them.",
  mending:
    "Keep what is right: of the lines between <<<<<<< and =======, or of those between ======= and >>>>>>>. Then remove these three lines.",
  example: {
    file: "templates/en/forgot-password/subject.txt.hbs",
    to: "<<<<<<< HEAD\nYour code\n=======\nYour code for {{brand.name}}\n>>>>>>> anna\n",
  },
  check: ({ files }) =>
    [...files].flatMap(([file, text]) => {
      const index = conflictAt(text);
      return index === undefined
        ? []
        : [
            {
              file,
              index,
              message: "Two versions of this file were put together here, and nobody chose between them.",
            },
          ];
    }),
};
