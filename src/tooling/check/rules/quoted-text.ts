import { parseFragment } from "parse5";
import { repairedText } from "../../../message/repair.ts";
import { halfBraces } from "../../templates/half-braces.ts";
import { tagFor } from "../../templates/tag-for.ts";
import { characterName, isSpace, showsNothing } from "../characters.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { at, knownIn, type Partial, type Visit, visitsOf } from "../visits.ts";

export const quotedText: Rule = {
  name: "quoted-text",
  severity: "error",
  protects:
    'What stands between quotes, as in label="Choose a new password", is read letter by letter: no value is filled in, and a tag or an &…; of HTML is read as it is typed. Where nothing stands between them, a button has no words.',
  mending: "Write plain words.",
  example: {
    file: "templates/en/forgot-password/email.html.hbs",
    from: 'label="Choose a new password"',
    to: 'label="Choose a password for {{brand.name}}"',
  },
  check: (project) => visitsOf(project, "partial").flatMap((visit) => casesOf(visit, project)),
};

type Said = Omit<Case, "file" | "index" | "part"> & { readonly from: number };
type PartialVisit = Extract<Visit, { is: "partial" }>;

function casesOf(visit: PartialVisit, project: Project): Case[] {
  const { node, included, where } = visit;
  if (!included) return [];
  return (node.hash?.pairs ?? []).flatMap(({ key, value }) => {
    if (value.type !== "StringLiteral") return [];
    const text = (value as hbs.AST.StringLiteral).value;
    const said = repairedText(text) === "" ? nothing(key, node, project) : letters(text, visit, project);
    const { file, index } = at(value, project);
    return said.map(({ from, ...rest }) => ({ file, index: index + 1 + from, part: where.part, ...rest }));
  });
}

/** What an inbox shows after the subject: without it, it shows how the email begins. */
const MAY_BE_EMPTY = "preheader";

/** A text that is printed whatever it is. */
function nothing(key: string, node: Partial, project: Project): Said[] {
  const isPrinted = visitsOf(project, "name").some(
    ({ how, node: name, where }) =>
      how === "printed" && where.includedBy?.node === node && name.original === key && !where.asked.has(key),
  );
  if (!isPrinted || key === MAY_BE_EMPTY) return [];
  const message = `Nothing stands between the quotes of ${key}=.`;
  return [{ from: 0, message, mending: "Write the words that people read there." }];
}

function letters(text: string, visit: PartialVisit, project: Project): Said[] {
  return [...inBraces(text, visit, project), ...entities(text), ...firstTag(text)];
}

function inBraces(text: string, { where }: PartialVisit, project: Project): Said[] {
  const known = knownIn(where, project);
  return halfBraces(text).map(({ index: from, typed, inner }) => ({
    from,
    message: `People would read ${typed} as it stands: nothing is filled in between quotes.`,
    mending: "Write the text without it.",
    ...(tagFor(inner, known) === undefined && { severity: "warning" }),
  }));
}

const ENTITY = /&(?:[a-z][a-z0-9]{1,30}|#\d{1,7}|#x[0-9a-f]{1,6});/gi;

function entities(text: string): Said[] {
  return [...text.matchAll(ENTITY)].flatMap(({ 0: typed, index: from }) => {
    const meant = decoded(typed);
    if (meant === typed) return [];
    return [{ from, message: asItStands(typed), mending: mendingFor(meant), severity: "warning" as const }];
  });
}

function decoded(entity: string): string {
  const [node] = parseFragment(entity).childNodes;
  return node && "value" in node ? node.value : entity;
}

function mendingFor(meant: string): string {
  if (isSpace(meant)) return `Write an ordinary space, or the character itself: ${characterName(meant)}.`;
  if (showsNothing(meant) || /\p{Cf}/u.test(meant)) {
    return `Write the character itself (${characterName(meant)}), or nothing.`;
  }
  return `Write ${meant} itself.`;
}

const TAG = /<\/?[a-z][a-z0-9]*(?:\s[^<>]{0,200})?\/?>/i;

function firstTag(text: string): Said[] {
  const match = TAG.exec(text);
  if (!match) return [];
  const message = asItStands(match[0]);
  return [{ from: match.index, message, mending: "Write the words without tags.", severity: "warning" }];
}

function asItStands(typed: string): string {
  return `People would read ${typed} as it stands: a text between quotes is no HTML.`;
}
