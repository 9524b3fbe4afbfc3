import { readFileSync } from "node:fs";

/**
 * Returns the boundaries of all that `[\p{L}\p{M}\p{S}\p{N}\p{P}]` matched in Unicode 13 (the version of Java 17),
 * from the Unicode Character Database as @unicode/unicode-13.0.0 packs it: each range as its first code
 * point and the one after its last, merged, as distances in base 36.
 */
export async function acceptedTable(): Promise<string> {
  const categories = ["Letter", "Mark", "Symbol", "Number", "Punctuation"];
  const accepted = new Uint8Array(0x110000);
  for (const category of categories) {
    const { default: ranges }: { default: { begin: number; end: number }[] } = await import(
      `@unicode/unicode-13.0.0/General_Category/${category}/ranges.mjs`
    );
    for (const { begin, end } of ranges) accepted.fill(1, begin, end);
  }
  const distances: number[] = [];
  let last = 0;
  for (let point = 1; point <= accepted.length; point += 1) {
    if ((accepted[point] ?? 0) === accepted[point - 1]) continue;
    distances.push(point - last);
    last = point;
  }
  return distances.map((distance) => distance.toString(36)).join(" ");
}

/** Returns the table in the source. */
export function tableInSource(): string {
  const source = readFileSync(new URL("../../src/message/is-accepted.ts", import.meta.url), "utf8");
  return [...(/const TABLE =([^;]*);/.exec(source)?.[1] ?? "").matchAll(/"([^"]*)"/g)]
    .map(([, part]) => part)
    .join("");
}
