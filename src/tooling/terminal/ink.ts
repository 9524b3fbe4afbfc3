import { styleText } from "node:util";

/** Styles a text for a terminal. */
export type Ink = (style: "good" | "bad" | "quiet" | "strong", text: string) => string;

const formats = { good: "green", bad: "red", quiet: "dim", strong: "bold" } as const;

/** Returns the styles of a stream: colours only on a terminal, and not with NO_COLOR (no-color.org). */
export function inkFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Ink {
  if (!stream.isTTY || environment.NO_COLOR || environment.TERM === "dumb") return (_, text) => text;
  return (style, text) => styleText(formats[style], text, { validateStream: false });
}
