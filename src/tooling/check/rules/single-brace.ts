import { didYouMean } from "../../templates/did-you-mean.ts";
import type { Rule } from "../rule.ts";
import { at, visitsOf } from "../visits.ts";

/** One brace where two are meant; not Cognito's placeholders, of which another rule speaks. */
const SINGLE = /(?<!\{)\$?\{\s*([A-Za-z][\w.]*)\s*\}(?!\})/g;

/** What a part may not print is not printed by single braces either. */
const elsewhere = ["code", "name", "resetLink"];

export const singleBrace: Rule = {
  name: "single-brace",
  severity: "error",
  protects:
    "A name between single braces is printed as it stands: a person would read {name} instead of their name.",
  mending: "Write it with two braces.",
  example: {
    file: "templates/en/forgot-password/subject.txt.hbs",
    to: "Your code to choose a new {brand.name} password",
  },
  check: (project) =>
    visitsOf(project, "text").flatMap(({ node, where }) => {
      const text = String(node.original);
      // Most texts have no brace at all.
      if (!text.includes("{")) return [];
      const { file, index } = at(node, project);
      const found = [...text.matchAll(SINGLE)].flatMap(({ 0: typed, 1: name = "", index: from }) => {
        const meant =
          name === "username" ? undefined : didYouMean(name, [...where.scope.keys(), ...elsewhere], 1);
        const message = `${typed} stands between single braces: people would read it as it stands.`;
        return meant ? [{ from, message, mending: `Write {{${meant}}}.` }] : [];
      });
      // A backslash before them, or four of them, keep Handlebars from filling them in.
      const kept = text.indexOf("{{");
      const literal = {
        from: kept,
        message: "These braces are printed as they stand: a \\ before them, or four of them, say so.",
        mending: "Remove the \\, and write two braces.",
      };
      return [...found, ...(kept < 0 ? [] : [literal])].map(({ from, ...said }) => ({
        file,
        index: index + from,
        part: where.part,
        ...said,
      }));
    }),
};
