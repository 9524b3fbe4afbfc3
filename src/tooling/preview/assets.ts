import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

export const style = asset("style.css");
export const script = asset("script.js");

/** Changes a page into another one, and leaves alone what is the same: https://github.com/bigskysoftware/idiomorph */
export const idiomorph = readFileSync(
  createRequire(import.meta.url).resolve("idiomorph/dist/idiomorph.esm.js"),
  "utf8",
);

function asset(name: string): string {
  return readFileSync(new URL(`assets/${name}`, import.meta.url), "utf8");
}
