/** A key of a JSON text, or an entry of a list in it. */
export interface JsonEntry {
  /** The keys that lead to it, and the numbers of entries, from 0. */
  readonly path: readonly (string | number)[];
  /** Where it stands, as a UTF-16 index. */
  readonly index: number;
  /** Whether its key stood there before. */
  readonly isAgain: boolean;
}

/** The first thing that keeps a text from being JSON, in words. */
export interface JsonFault {
  readonly index: number;
  readonly message: string;
  readonly mending: string;
}

interface Token {
  readonly typed: string;
  readonly index: number;
}

/** A text in quotes; one whose closing quote is missing; a mark; a number or word. */
const TOKEN = /"(?:[^"\\\n]|\\[^\n])*"|"[^\n]*|[{}[\],:]|[^ \t\r\n"{}[\],:]+/g;
const TEXT = /^"(?:[^"\\]|\\.)*"$/;
const WORD = /^(?:true|false|null|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?)$/;

/** More than any settings need; what is nested further would exhaust the stack. */
const DEEPEST = 100;

/**
 * Each key and entry of a JSON text from top to bottom, or the first fault in it. `JSON.parse` passes over a key
 * that stands there twice, and often does not say where it stopped.
 */
export function readJson(
  text: string,
): { readonly entries: readonly JsonEntry[] } | { readonly fault: JsonFault } {
  const tokens: Token[] = [...text.replace(/^\uFEFF/, " ").matchAll(TOKEN)].map(({ 0: typed, index }) => ({
    typed,
    index,
  }));
  const entries: JsonEntry[] = [];
  let at = 0;
  const peek = () => tokens[at]?.typed;

  const value = (path: JsonEntry["path"]): JsonFault | undefined => {
    const token = tokens[at];
    if (!token || !/^[[{]/.test(token.typed)) {
      const isValue = token && (textOf(token.typed) !== undefined || WORD.test(token.typed));
      if (isValue) at += 1;
      return isValue ? undefined : unexpected(text, token);
    }
    if (path.length > DEEPEST) return fault(token.index, "This is nested too deeply.", "Write it flatter.");
    at += 1;
    return token.typed === "{" ? members(path, token) : items(path, token);
  };

  const members = (path: JsonEntry["path"], open: Token): JsonFault | undefined => {
    const keys = new Set<string>();
    return listed(open, "}", () => {
      const token = tokens[at];
      if (!token || !TEXT.test(token.typed)) return unexpected(text, token, "key");
      const key = textOf(token.typed);
      if (key === undefined) return unexpected(text, token);
      entries.push({ path: [...path, key], index: token.index, isAgain: keys.has(key) });
      keys.add(key);
      at += 1;
      if (peek() !== ":") {
        return fault(
          token.index,
          `After the key ${token.typed} there is no colon.`,
          'Write it so: "key": value.',
        );
      }
      at += 1;
      return value([...path, key]);
    });
  };

  const items = (path: JsonEntry["path"], open: Token): JsonFault | undefined => {
    let count = 0;
    return listed(open, "]", () => {
      const entry = [...path, count];
      entries.push({ path: entry, index: tokens[at]?.index ?? text.length, isAgain: false });
      count += 1;
      return value(entry);
    });
  };

  /** What stands between two brackets, with commas. */
  const listed = (open: Token, close: "}" | "]", one: () => JsonFault | undefined): JsonFault | undefined => {
    const notClosed = () =>
      fault(
        text.trimEnd().length,
        `The ${open.typed} of line ${lineOf(text, open.index)} is not closed.`,
        `Add the missing ${close}.`,
      );
    while (peek() !== close) {
      if (at >= tokens.length) return notClosed();
      const wrong = one();
      if (wrong) return wrong;
      const after = tokens[at];
      if (!after) return notClosed();
      if (after.typed === close) break;
      if (after.typed !== ",") return unseparated(text, after, open, close);
      at += 1;
      if (peek() === close) {
        return fault(after.index, `Nothing follows this comma but ${close}.`, "Remove the comma.");
      }
    }
    at += 1;
    return undefined;
  };

  const wrong = value([]) ?? (at < tokens.length ? unexpected(text, tokens[at], "end") : undefined);
  return wrong ? { fault: wrong } : { entries };
}

function fault(index: number, message: string, mending: string): JsonFault {
  return { index, message, mending };
}

/** What is typed between quotes; `undefined` where that is no text. */
function textOf(typed: string): string | undefined {
  try {
    return TEXT.test(typed) ? JSON.parse(typed) : undefined;
  } catch {
    return undefined;
  }
}

function lineOf(text: string, index: number): number {
  return text.slice(0, index).split("\n").length;
}

/** A value, or the end of the text, that is none. */
function unexpected(text: string, token: Token | undefined, where?: "key" | "end"): JsonFault {
  if (!token) {
    return text.trim() === ""
      ? fault(0, "The file is empty.", "See the one in cognito-recovery's own templates/.")
      : fault(text.trimEnd().length, "The file ends too early.", "Look for what is missing here.");
  }
  const { typed, index } = token;
  if (/^(?:\/[/*]|#|<!--)/.test(typed)) {
    return fault(index, "This is a comment, which JSON does not have.", "Remove it.");
  }
  if (/^['‘’“”„‟«»`]/.test(typed)) {
    return fault(index, `Here stands ${typed[0]} for a quote.`, 'Write " before the text, and after it.');
  }
  if (TEXT.test(typed)) {
    return where === "end"
      ? fault(index, "Something follows where the settings have ended.", "Remove it, or move it inside.")
      : fault(index, "This text cannot be read.", "Write a space for a tab in it, and \\\\ for a \\.");
  }
  if (typed.startsWith('"')) {
    return fault(index, "The text that begins here has no closing quote.", 'Add a " where it ends.');
  }
  if (where === "end") {
    return fault(
      index,
      `There is a ${typed} too many.`,
      "Remove it, or look for a missing bracket before it.",
    );
  }
  if (/^[{}[\],:]/.test(typed)) {
    const missing = where === "key" ? "a key" : "a value";
    return fault(index, `Before this ${typed} ${missing} is missing.`, `Write it, or remove the ${typed}.`);
  }
  return fault(index, `${typed} stands here without quotes.`, 'Write " before it, and after it.');
}

/** What follows a value with neither comma nor bracket between. */
function unseparated(text: string, token: Token, open: Token, close: string): JsonFault {
  const { typed, index } = token;
  if (/^[}\]]/.test(typed)) {
    const message = `This ${typed} does not close the ${open.typed} of line ${lineOf(text, open.index)}.`;
    return fault(index, message, `Write ${close}, or look for a missing bracket before it.`);
  }
  if (/^(?:\/[/*]|#|<!--|['‘’“”„‟«»`])/.test(typed)) return unexpected(text, token);
  return fault(
    index,
    "Before this a comma or a quote is missing.",
    "Add it at the end of what stands before.",
  );
}
