import { characterName } from "../check/character-name.ts";

/** Part of a text: of characters that are seen, or one that is not. */
export interface Run {
  readonly text: string;
  readonly isInvisible: boolean;
}

/** Characters that nobody sees, but the ends of lines. */
const INVISIBLE = String.raw`(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]`;
/** Spaces other than the one of keyboards, Western and Japanese. */
const SPACES = String.raw`(?![ \u3000])\p{Zs}`;
/** The joiner within an emoji is part of what is seen. */
const JOINED = String.raw`\p{Extended_Pictographic}[\ufe0f\p{EMod}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{EMod}]*)+`;

const patterns = {
  without: new RegExp(`${JOINED}|(${INVISIBLE})`, "gu"),
  with: new RegExp(`${JOINED}|(${INVISIBLE}|${SPACES})`, "gu"),
};

/** A text in runs; each invisible character is one of its own. */
export function runsOf(text: string, { spaces = false } = {}): readonly Run[] {
  const runs: Run[] = [];
  let seen = "";
  let done = 0;
  for (const { 0: found, 1: invisible, index } of text.matchAll(patterns[spaces ? "with" : "without"])) {
    seen += text.slice(done, index) + (invisible === undefined ? found : "");
    done = index + found.length;
    if (invisible === undefined) continue;
    if (seen !== "") runs.push({ text: seen, isInvisible: false });
    runs.push({ text: invisible, isInvisible: true });
    seen = "";
  }
  const rest = seen + text.slice(done);
  return rest === "" ? runs : [...runs, { text: rest, isInvisible: false }];
}

/** The invisible characters of a text by their names, each once: `U+202E right-to-left override`. */
export function invisibleNames(text: string): readonly string[] {
  const names = runsOf(text).flatMap((run) => (run.isInvisible ? [characterName(run.text)] : []));
  return [...new Set(names)];
}
