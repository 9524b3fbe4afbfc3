import { hasNoEntity } from "../../../message/repair.ts";
import { isBeyondRepair, isSpace, showsNothing } from "../characters.ts";
import type { CheckedPart, Project } from "../project.ts";
import { here, type RefusedCharacter, refusedCharacters, refusedInBrands } from "../refused-characters.ts";
import type { Case, Rule } from "../rule.ts";

export const repairedCharacter: Rule = {
  name: "repaired-character",
  severity: "warning",
  protects:
    "As far as is known, Cognito refuses the special spaces and invisible characters that come along when a text is copied from elsewhere. They are replaced when the message is sent; written as they are sent, everybody can see what a person gets.",
  mending: "Write an ordinary space, or what the message names in its place; what nobody sees can go.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: "<p>The code is valid for 1 hour.</p>",
    to: "<p>The code is valid for 1\u00a0hour.</p>",
  },
  check: (project) => [
    ...project.parts.flatMap((part) =>
      refusedCharacters(part, project).flatMap((each) => {
        const found = part.suffix === "html" ? inMarkup(each, project) : inText(each, part, project);
        return found ? [{ file: each.file, index: each.index, part, ...found }] : [];
      }),
    ),
    ...refusedInBrands(project)
      .filter(({ character }) => !isBeyondRepair(character))
      .map((each) => ({
        file: each.file,
        index: each.index,
        ...(each.isKey ? inKey(each, project) : asText(each, project)),
      })),
  ],
};

type Found = Pick<Case, "message" | "mending" | "fix">;

/** The entities that people know by name; the others have a number. */
const ENTITIES: Readonly<Record<string, string>> = {
  "\u00a0": "&nbsp;",
  "\u00ad": "&shy;",
  "\u2002": "&ensp;",
  "\u2003": "&emsp;",
  "\u2009": "&thinsp;",
  "\u200c": "&zwnj;",
  "\u200d": "&zwj;",
  "\u200e": "&lrm;",
  "\u200f": "&rlm;",
};

function inMarkup(each: RefusedCharacter, project: Project): Found | undefined {
  const { character, zone } = each;
  // In what is handed to a partial an entity would be read as its letters; what is sent is right as it is.
  if (zone === "literal") return undefined;
  if (hasNoEntity(character)) return asText(each, project);
  if (zone === "code" || zone === "tag") return undefined;
  if (zone === "setting") {
    return {
      message: `${here(each, project)}, in a value that programs read, such as an address or a width. What is sent in its place may not be understood there.`,
      mending: "Look at what is meant, and write that without it.",
    };
  }
  if (character === "\ufeff") return leftOut(each, project);
  if (/\p{Co}/u.test(character)) {
    return { message: `${here(each, project)}. Mail programs show an empty box for it.` };
  }
  const entity = ENTITIES[character] ?? `&#${character.codePointAt(0)};`;
  return {
    message: `${here(each, project)}. Cognito refuses it as it stands; ${entity} is sent in its place.`,
    mending: `Write ${entity} instead.`,
    ...fixWith(each.replacedBy(entity)),
  };
}

function inText(each: RefusedCharacter, part: CheckedPart, project: Project): Found | undefined {
  if (isBeyondRepair(each.character)) return undefined;
  const isPieceOfEmoji = each.character === "\u200d" && isInEmoji(project.files.get(each.file) ?? "", each);
  if (!isPieceOfEmoji) return asText(each, project);
  return {
    message: `${here(each, project)}. It holds an emoji together, and is left out of ${part.part === "sms" ? "an SMS" : "a subject"}: the person sees the emoji's pieces.`,
    mending: "Choose an emoji that is one piece, or none.",
  };
}

function isInEmoji(text: string, { index }: RefusedCharacter): boolean {
  return (
    /\p{Extended_Pictographic}[\ufe0f\u{1f3fb}-\u{1f3ff}]?$/u.test(text.slice(0, index)) &&
    /^\p{Extended_Pictographic}/u.test(text.slice(index + 1))
  );
}

function asText(each: RefusedCharacter, project: Project): Found {
  if (isSpace(each.character)) {
    return {
      message: `${here(each, project)}. An ordinary space is sent in its place.`,
      mending: "Write an ordinary space.",
      ...fixWith(each.replacedBy(" ")),
    };
  }
  if (showsNothing(each.character)) return leftOut(each, project);
  return {
    message: `${here(each, project)}. It is left out when this is sent, and in some languages a word reads differently without it.`,
    mending: "Write it so that it reads well without.",
  };
}

function inKey(each: RefusedCharacter, project: Project): Found {
  return {
    message: `${here(each, project)}, in a key. With it this is another key, and nobody sees that.`,
    mending: "Write the key anew.",
  };
}

function leftOut(each: RefusedCharacter, project: Project): Found {
  return {
    message: `${here(each, project)}. Nobody sees it, and it is left out when this is sent.`,
    mending: "Remove it.",
    ...fixWith(each.replacedBy("")),
  };
}

function fixWith(fix: Case["fix"]): Pick<Case, "fix"> {
  return fix ? { fix } : {};
}
