import { characterName } from "../check/character-name.ts";

/** Part of a text: of characters that are seen, or one that is not. */
export interface Run {
  readonly text: string;
  readonly isInvisible: boolean;
}

/**
 * What nobody sees: what the findings write out too, but the ends of lines. The joiner within an emoji is part of
 * what is seen.
 */
const INVISIBLE = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Co}\p{Cs}\p{Cn}\u2028\u2029]/u;
const JOINED =
  /\p{Extended_Pictographic}[\ufe0f\p{EMod}]*(?:\u200d\p{Extended_Pictographic}[\ufe0f\p{EMod}]*)+/u;
const PIECES = new RegExp(`(${JOINED.source})|(${INVISIBLE.source})`, "gu");

/** A text in runs, what is invisible apart. */
export function runsOf(text: string): readonly Run[] {
  const runs: Run[] = [];
  let seen = "";
  let done = 0;
  for (const { 0: found, 2: invisible, index } of text.matchAll(PIECES)) {
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
