import { characterName, isSpace, showsNothing, whereabouts } from "../characters.ts";
import { forms } from "../forms.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart, Project } from "../project.ts";
import { type RefusedCharacter, refusedCharacters, refusedInBrands } from "../refused-characters.ts";
import type { Case, Rule } from "../rule.ts";

export const refusedCharacter: Rule = {
  name: "refused-character",
  severity: "error",
  protects:
    "Cognito refuses a whole message for one letter or emoji that is newer than it knows. In a subject nothing can stand in its place, and in a style or a tag what stands for it elsewhere is not understood.",
  mending: "Use another character.",
  example: {
    file: "templates/en/forgot-password/subject.txt.hbs",
    to: "Your code for {{brand.name}} \u{1fae0}",
  },
  check: (project) => [
    ...project.parts.flatMap((part) => inPart(part, project)),
    ...refusedInBrands(project)
      .filter(({ character }) => isBeyondRepair(character))
      .map((each) => ({
        ...placed(each),
        message: `${here(each, project)}. Cognito refuses every subject that it is printed in, and the email with it.`,
      })),
  ],
};

/** What a text cannot be sent without, or with something else for it. */
export function isBeyondRepair(character: string): boolean {
  return !isSpace(character) && !showsNothing(character) && !/\p{Cf}/u.test(character);
}

/** A sentence's beginning: what the character is, and where people find it. */
export function here({ file, index, character }: RefusedCharacter, { files }: Project): string {
  return `Here is ${characterName(character)}, ${whereabouts(files.get(file) ?? "", index)}`;
}

function placed({ file, index }: RefusedCharacter): Pick<Case, "file" | "index"> {
  return { file, index };
}

function inPart(part: CheckedPart, project: Project): Case[] {
  const found = refusedCharacters(part, project);
  return [
    ...found.flatMap((each) => (part.suffix === "html" ? inMarkup(each) : inText(each))),
    ...(part.part === "subject" ? unplaced(part, project, found) : []),
  ];

  function inText(each: RefusedCharacter): Case[] {
    if (!isBeyondRepair(each.character)) return [];
    if (part.part === "sms") {
      const message = `${here(each, project)}. Many phones show an empty box for it.`;
      return [{ ...placed(each), part, message, severity: "warning" }];
    }
    const message = `${here(each, project)}. Cognito refuses the subject, and the email with it: the person gets one in the default language, or Cognito's own.`;
    return [{ ...placed(each), part, message }];
  }

  function inMarkup(each: RefusedCharacter): Case[] {
    const isRead = each.zone !== "code" && each.zone !== "tag";
    // Controls are dropped when sent, wherever they stand.
    if (isRead || /[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/u.test(each.character)) return [];
    const fix = fixInMarkup(each);
    return [
      {
        ...placed(each),
        part,
        message: `${here(each, project)}, in a ${each.zone === "code" ? "style" : "tag"}. Cognito refuses it, and what is sent in its place is not understood there: the email would look broken.`,
        ...(isSpace(each.character) && { mending: "Write an ordinary space." }),
        ...(showsNothing(each.character) && { mending: "Remove it." }),
        ...(fix && { fix }),
      },
    ];
  }
}

function fixInMarkup({ character, replacedBy }: RefusedCharacter) {
  if (isSpace(character)) return replacedBy(" ");
  return showsNothing(character) ? replacedBy("") : undefined;
}

/** What is refused of a subject for another reason than what was found: nothing that we know of. */
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
    message: `This ${partWords[part.part]} would hold ${characterName(character)}, and Cognito refuses it.`,
  }));
}
