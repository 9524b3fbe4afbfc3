import { hasNoEntity } from "../../../message/repair.ts";
import { characterName, isBeyondRepair, isSpace, showsNothing } from "../characters.ts";
import type { Edit } from "../edit.ts";
import { forms } from "../forms.ts";
import type { CheckedPart, Project } from "../project.ts";
import { here, type RefusedCharacter, refusedCharacters, refusedInBrands } from "../refused-characters.ts";
import type { Case, Rule } from "../rule.ts";

export const refusedCharacter: Rule = {
  name: "refused-character",
  severity: "error",
  protects:
    "As far as is known, Cognito refuses a whole message for one letter or emoji that is newer than Unicode 13. In a subject nothing can stand in its place, and in a style or a tag what stands for it elsewhere is not understood.",
  mending: "Use another character.",
  example: {
    file: "templates/en/forgot-password/subject.txt.hbs",
    to: "Your code for {{brand.name}} \u{1fae0}",
  },
  check: (project) => [
    ...project.parts.flatMap((part) => inPart(part, project)),
    ...refusedInBrands(project)
      .filter(({ character, isKey }) => isBeyondRepair(character) && !isKey)
      .map((each) => ({
        file: each.file,
        index: each.index,
        message: `${here(each, project)}. Cognito refuses every subject that it is printed in, and the email with it.`,
      })),
  ],
};

type Said = Omit<Case, "file" | "index">;

function inPart(part: CheckedPart, project: Project): Case[] {
  const found = refusedCharacters(part, project);
  const said = found.flatMap((each) => {
    const one = part.suffix === "html" ? inMarkup(each, project) : inText(each, part, project);
    return one ? [{ file: each.file, index: each.index, part, ...one }] : [];
  });
  return part.part === "subject" ? [...said, ...unplaced(part, project, found)] : said;
}

function inText(each: RefusedCharacter, { part }: CheckedPart, project: Project): Said | undefined {
  if (!isBeyondRepair(each.character)) return undefined;
  // Nothing but a line break is known to be refused in an SMS.
  return part === "sms"
    ? { message: `${here(each, project)}. Many phones show an empty box for it.`, severity: "warning" }
    : {
        message: `${here(each, project)}. Cognito refuses the subject, and the email with it: the person gets one in the default language, or Cognito's own.`,
      };
}

/** Where an entity is read, one is sent. */
function inMarkup(each: RefusedCharacter, project: Project): Said | undefined {
  const { character, zone } = each;
  if ((zone !== "code" && zone !== "tag") || hasNoEntity(character)) return undefined;
  const place = zone === "code" ? "a style" : "a tag";
  return {
    message: `${here(each, project)}, in ${place}. Cognito refuses it, and what is sent in its place is not understood there: the email would look broken.`,
    ...mended(each),
  };
}

function mended({ character, replacedBy }: RefusedCharacter): Pick<Case, "mending" | "fix"> {
  const withFix = (mending: string, fix: Edit | undefined) => ({ mending, ...(fix && { fix }) });
  if (isSpace(character)) return withFix("Write an ordinary space.", replacedBy(" "));
  return showsNothing(character) ? withFix("Remove it.", replacedBy("")) : {};
}

/** What is refused of a subject and stands nowhere that we looked: nothing that we know of. */
function unplaced(part: CheckedPart, project: Project, found: readonly RefusedCharacter[]): Case[] {
  const known = new Set([...found, ...refusedInBrands(project)].map(({ character }) => character));
  const others = [...forms(part, project)].flatMap(({ text, refused }) =>
    refused.flatMap(({ rule, index = 0 }) => {
      const character = String.fromCodePoint(text.codePointAt(index) ?? 0);
      return rule === "characters" && !known.has(character) ? [character] : [];
    }),
  );
  return [...new Set(others)].map((character) => ({
    file: part.file,
    index: 0,
    part,
    message: `This subject would hold ${characterName(character)}, and Cognito refuses it.`,
  }));
}
