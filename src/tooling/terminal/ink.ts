import { styleText } from "node:util";

/** How a verdict or a heading is told apart on a terminal. */
export type Ink = (style: "good" | "bad" | "quiet" | "strong", text: string) => string;

const formats = { good: "green", bad: "red", quiet: "dim", strong: "bold" } as const;

/** Colours only where a terminal shows them and nobody asked for none (no-color.org). */
export function inkFor(stream: { readonly isTTY?: boolean }, environment: NodeJS.ProcessEnv): Ink {
  if (!stream.isTTY || environment.NO_COLOR || environment.TERM === "dumb") return (_, text) => text;
  return (style, text) => styleText(formats[style], text, { validateStream: false });
}
