import type { Structure } from "./structure.ts";

/** Returns the names of the values that a string may print that all of these structures use. */
export function printableIn([first, ...others]: readonly Pick<Structure, "scope">[]): readonly string[] {
  return [...(first?.scope ?? [])].flatMap(([name, { isPrintable }]) =>
    isPrintable && isForText(name) && others.every(({ scope }) => scope.has(name)) ? [name] : [],
  );
}

/** Colours, sizes and the direction are for structures. */
function isForText(name: string): boolean {
  return name !== "dir" && !/^brand\.(?:light|dark|logo)\b/.test(name);
}
