import { lengths } from "../../../message/rejections.ts";
import { type CatalogString, valuesIn } from "../../templates/catalog.ts";
import { languageAndTag } from "../../templates/is-language-tag.ts";
import { METADATA_SCHEMA } from "../../templates/metadata-schema.ts";
import { type Project, placeOf } from "../../templates/project.ts";
import type { Structure } from "../../templates/structure.ts";
import { stringId, stringIn } from "../../templates/used-strings.ts";
import type { Violation } from "../../templates/violation.ts";
import { characterName } from "../character-name.ts";
import { boundsOf } from "../metadata-bounds.ts";
import type { Rule } from "../rule.ts";
import { placeOfCharacter, type Written, writtenMessages } from "../written.ts";

/** Rules about what Cognito rejects: it then sends its own text, or none. */
export const cognitoRules: readonly Rule[] = [
  {
    name: "missing-code",
    severity: "error",
    protects: "Cognito rejects an email or an SMS without the code: the message would not be sent.",
    suggestion: "Print {{code}} once, outside of every {{#if}}.",
    example: {
      file: "templates/locales/de.json",
      from: '"sms": "{{code}} ist Ihr',
      to: '"sms": "Hier ist Ihr',
    },
    check: (project) => missing("code", project),
  },
  {
    name: "missing-username",
    severity: "error",
    protects: "Cognito rejects an invitation without the user name.",
    suggestion: "Print {{username}} once, outside of every {{#if}}.",
    example: {
      file: "templates/locales/de.json",
      from: 'Benutzername: {{username}}",',
      to: 'Benutzername:",',
    },
    check: (project) => missing("username", project),
  },
  {
    name: "rejected-character",
    severity: "error",
    protects:
      "Cognito rejects a subject with a character that is newer than its Unicode: the email is not sent.",
    suggestion: "Leave it out.",
    example: { file: "templates/locales/de.json", from: "Ihr Code für", to: "\u{1fae0} Ihr Code für" },
    check: (project) =>
      writtenMessages(project).rejected.flatMap((written) =>
        written.rejections.some(({ rule }) => rule === "characters") ? [characterIn(written, project)] : [],
      ),
  },
  {
    name: "length",
    severity: "error",
    protects:
      "Cognito rejects a part that is too long; its length is counted with every value at its longest.",
    suggestion: "Shorten the text.",
    example: {
      file: "templates/locales/de.json",
      from: "Geben Sie ihn niemandem.",
      to: `Geben Sie ihn niemandem.${" Niemals.".repeat(12)}`,
    },
    check: tooLong,
  },
];

const WORDS = { subject: "subject", email: "email", sms: "SMS" } as const;

/** Returns missing placeholders, each once: in the string without it, or in the structure. */
function missing(name: "code" | "username", project: Project): Violation[] {
  return writtenMessages(project).rejected.flatMap(({ rejections, sent, code, structure, locale }) => {
    const mark = name === "code" ? code : "{username}";
    const isInvitation = structure.source === "CustomMessage_AdminCreateUser";
    const isRequired = structure.part !== "subject" && (name === "code" || isInvitation);
    if (!isRequired || !rejections.some(({ rule }) => rule === "placeholder") || sent.includes(mark))
      return [];
    const strings = stringsIn(structure, locale, project);
    // Another rule reports other braces around it.
    const isTyped = new RegExp(`\\{ *${name} *\\}`);
    if (strings.some(({ own }) => own.segments.some((each) => "text" in each && isTyped.test(each.text))))
      return [];
    const lost = strings.find(
      ({ own, source }) => source && valuesIn(source).includes(name) && !valuesIn(own).includes(name),
    );
    if (lost)
      return [{ ...placeOfString(lost.own), message: `{{${name}}} is missing, which Cognito requires.` }];
    const what = `the ${WORDS[structure.part]} of ${structure.message}`;
    const some = structure.pieces.find((piece) => piece.is === "value" && piece.name === name);
    if (some)
      return [
        {
          ...placeOf(some.node, project),
          message: `{{${name}}} is not printed for everybody: Cognito rejects ${what} without it.`,
        },
      ];
    const message = `{{${name}}} is missing in ${what}, which Cognito rejects without it.`;
    const first = strings[0]?.source ?? strings[0]?.own;
    if (!project.files.has(structure.file) && first) return [{ ...placeOfString(first), message }];
    return [{ file: structure.file, index: 0, message }];
  });
}

/** Returns the strings that a structure prints in a language, each with the source's. */
function stringsIn(
  { pieces, message }: Structure,
  locale: string,
  project: Project,
): readonly { readonly own: CatalogString; readonly source: CatalogString | undefined }[] {
  return pieces.flatMap((piece) => {
    if (piece.is !== "string") return [];
    const id = stringId(message, piece.key, project);
    const own = stringIn(locale, id, project);
    return own ? [{ own, source: stringIn(project.settings.source, id, project) }] : [];
  });
}

function placeOfString(string: CatalogString): Pick<Violation, "file" | "index" | "key"> {
  return { file: string.file, index: string.index(), key: string.id };
}

function characterIn(written: Written, project: Project): Violation {
  const { sent, rejections } = written;
  const { index = 0 } = rejections.find(({ rule }) => rule === "characters") ?? {};
  const character = String.fromCodePoint(sent.codePointAt(index) ?? 0);
  const message = `Cognito rejects ${characterName(character)}.`;
  return { ...placeOfCharacter(character, written, project), message };
}

/** Returns what is too long, in the file that most of the text comes from: a long layout is one finding. */
function tooLong(project: Project): Violation[] {
  const long = writtenMessages(project)
    .rejected.filter(({ rejections }) => rejections.some(({ rule }) => rule === "length"))
    .map((written) => ({ written, place: longestPlace(written, project) }));
  return [...Map.groupBy(long, ({ place }) => `${place.file}:${place.index}`).values()].map((all) => {
    const [{ written, place }] = all.sort((a, b) => b.written.sent.length - a.written.sent.length) as [
      (typeof all)[number],
    ];
    const { structure, locale, sent } = written;
    const { least, most } = lengths[structure.part];
    const others =
      new Set(all.map((each) => `${each.written.structure.message} ${each.written.locale}`)).size - 1;
    const name = `The ${WORDS[structure.part]} of ${structure.message} in ${languageAndTag(locale)}`;
    const more =
      others > 0 ? ` ${others} other message${others > 1 ? "s are" : " is"} too long for the same text.` : "";
    const [originLine] = structure.part === "sms" ? (/\n@\S+ \S+$/.exec(sent) ?? []) : [];
    const origin = originLine ? ` ${originLine.length} of them are the line for the brand's \`origin\`.` : "";
    const message = `${name} has ${sent.length} characters${sent.length > most ? " at its longest" : ""}; Cognito takes ${least} to ${most}.${origin}${more}${boundsIn(written, project)}`;
    return {
      ...place,
      message,
      ...(sent.length < least && { suggestion: "Write a text outside of every {{#if}}." }),
    };
  });
}

function longestPlace(
  { pieces, text, structure }: Written,
  project: Project,
): Pick<Violation, "file" | "index"> {
  const sizes = pieces.map(({ node, at }, index) => ({
    place: placeOf(node, project),
    size: (pieces[index + 1]?.at ?? text.length) - at,
  }));
  const sum = (all: typeof sizes) => all.reduce((total, { size }) => total + size, 0);
  const largest = (groups: Iterable<typeof sizes>) =>
    [...groups].toSorted((a, b) => sum(b) - sum(a))[0] ?? [];
  const inFile = largest(Map.groupBy(sizes, ({ place }) => place.file).values());
  const [first] = inFile;
  if (!first) return { file: structure.file, index: 0 };
  const catalog = [...project.catalogs.values()].find(({ file }) => file === first.place.file);
  if (!catalog) return { file: first.place.file, index: 0 };
  const strings = [...catalog.strings.values()];
  const stringOf = (index: number) => strings.findLast((each) => each.index() <= index);
  const [longest = first] = largest(Map.groupBy(inFile, ({ place }) => stringOf(place.index)).values());
  return { file: catalog.file, index: stringOf(longest.place.index)?.index() ?? 0 };
}

/** Returns the assumed length of each printed value of the metadata, with the reason. */
function boundsIn({ structure, pieces }: Written, { metadata }: Project): string {
  const printed = new Set(pieces.map(({ node }) => nameIn(node)));
  return [...metadata]
    .filter(([key]) => printed.has(`metadata.${key}`) && structure.scope.has(`metadata.${key}`))
    .map(([key, schema]) => {
      const { longest, isStated } = boundsOf(schema);
      const reason = isStated
        ? `the limit in ${METADATA_SCHEMA}`
        : `since ${METADATA_SCHEMA} has no shorter maxLength`;
      return ` {{metadata.${key}}} counts as ${longest} characters, ${reason}.`;
    })
    .join("");
}

function nameIn(node: hbs.AST.Node): string | undefined {
  return (node as { path?: { original?: string } }).path?.original;
}
