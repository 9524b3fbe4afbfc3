import { type HalfBraces, halfBraces } from "../../templates/half-braces.ts";
import { type Known, tagFor } from "../../templates/tag-for.ts";
import { type Zones, zonesOf } from "../html/zones.ts";
import type { Project } from "../project.ts";
import { zoneAround } from "../refused-characters.ts";
import type { Case, Rule } from "../rule.ts";
import { at, knownIn, type Visit, visitsOf, type Where } from "../visits.ts";
import { isPlaceholder } from "./typed-placeholder.ts";

/** What a part may not print is not printed by single braces either. */
const elsewhere = ["code", "name", "resetLink"];

export const singleBrace: Rule = {
  name: "single-brace",
  severity: "error",
  protects:
    "What a message fills in stands between two braces on each side. With one of them missing, or between other signs such as [ ], it is printed as it stands: a person would read {name} instead of their name.",
  mending: "Write it with two braces on each side.",
  example: {
    file: "templates/en/forgot-password/subject.txt.hbs",
    to: "Your code to choose a new {brand.name}} password",
  },
  check: (project) => {
    const zones = new Map<string, Zones>();
    return visitsOf(project, "text").flatMap((visit) => casesOf(visit, project, zones));
  },
};

type Said = Pick<Case, "message" | "mending" | "severity">;
type Text = Extract<Visit, { is: "text" }>;

function casesOf({ node, where }: Text, project: Project, zones: Map<string, Zones>): Case[] {
  const text = String(node.original);
  // Most texts have none of these at all.
  if (!/[{}｛｝%[]/.test(text)) return [];
  const { file, index } = at(node, project);
  const own = zones.get(file) ?? zonesOf({ text: project.files.get(file) ?? "", suffix: where.part.suffix });
  zones.set(file, own);
  const isText = (from: number) => own.at(index + from) !== "code";
  const halves = halfBraces(text).filter((half) => isText(half.index));
  const isApart = (from: number) =>
    !halves.some(({ index: start, typed }) => start <= from && from < start + typed.length);
  const others = [...text.matchAll(OTHERS)].filter((match) => isText(match.index) && isApart(match.index));
  if ((halves.length === 0 && others.length === 0) || isInCode(file, where, project)) return [];
  const { names, partials } = knownIn(where, project);
  const known = { names: [...names, ...elsewhere], partials };
  const isAfterTag = project.files.get(file)?.[index - 1] === "}";
  return [
    ...halves.flatMap((half) => inBraces(half, text, isAfterTag, known)),
    ...others.flatMap((match) => inOthers(match, known)),
  ].map(({ from, ...said }) => ({ file, index: index + from, part: where.part, ...said }));
}

/** Whether a file is put into the `<style>` of another, where braces are as they should be. */
function isInCode(file: string, { part }: Where, project: Project): boolean {
  return zoneAround(file, part.suffix, project) === "code";
}

function inBraces(
  half: HalfBraces,
  text: string,
  isAfterTag: boolean,
  known: Known,
): ({ from: number } & Said)[] {
  const { index: from, typed } = half;
  // Of what Cognito fills in, or could take for it, other rules speak.
  if (isPlaceholder(typed) || isBesideSigns(text, half)) return [];
  // A backslash before them, or four of them, keep Handlebars from filling them in.
  if (typed.startsWith("{{")) return [{ from, ...KEPT }];
  if (from === 0 && isAfterTag && /^\}/.test(typed)) return [{ from, ...TOO_MANY }];
  const meant = half.inner === "" ? undefined : tagFor(half.inner, known);
  // Elsewhere, full-width ones are a kind of brackets in Chinese, Japanese and Korean.
  if (!meant && !/[{}]/.test(typed) && !/[｛｝]{2}/.test(typed)) return [];
  return [meant ? { from, message: wrongBraces(half), mending: `Write ${meant}.` } : unknown(half)];
}

/** Whether number signs stand between a brace and a value: together they may be taken for a placeholder. */
function isBesideSigns(text: string, { index, typed }: HalfBraces): boolean {
  const end = index + typed.length;
  return /^#+$/.test(text.slice(end, end + 10)) || /^#+$/.test(text.slice(Math.max(0, end - 11), end - 1));
}

const KEPT: Said = {
  message: "These braces are printed as they stand: a \\ before them, or four of them, say so.",
  mending: "Remove the \\, and write two braces.",
};

const TOO_MANY: Said = {
  message: "Here is one } too many: people would read it.",
  mending: "Remove it.",
};

function wrongBraces({ typed }: HalfBraces): string {
  const asItStands = "people would read it as it stands";
  if (/[｛｝]/.test(typed)) return `${typed} has full-width braces: ${asItStands}.`;
  if (/^\{[^{}]*\}$/.test(typed)) return `${typed} stands between single braces: ${asItStands}.`;
  return `${typed} lacks a brace: ${asItStands}.`;
}

/** What nothing is known to stand for may be meant to be read. */
function unknown({ index, typed, isPair }: HalfBraces): { from: number } & Said {
  const brace = typed.search(/[{｛}｝]/);
  return {
    from: isPair ? index : index + brace,
    message: `People would read ${isPair ? typed : `this ${typed.charAt(brace)}`} as it stands here.`,
    mending: "Write one of the names of docs/templates.md between {{ and }}, or words without a brace.",
    severity: "warning",
  };
}

/** As other programs have it. */
const OTHERS = /\[([A-Za-z][\w.]{1,60})\]|%([A-Za-z][\w.]{1,60})%/g;

/** Words of many languages; and of HTML and its style. */
const words = ["locale", "dir"];

function inOthers(match: RegExpExecArray, { names }: Known): ({ from: number } & Said)[] {
  const [typed, inBrackets, inSigns] = match;
  const name = inBrackets ?? inSigns ?? "";
  if (!names.includes(name) || words.includes(name)) return [];
  const message = `People would read ${typed} as it stands.`;
  return [{ from: match.index, message, mending: `Write {{${name}}}.`, severity: "warning" }];
}
