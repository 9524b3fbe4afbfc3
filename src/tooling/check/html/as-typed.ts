import type { Project } from "../project.ts";
import { type Line, VALUE } from "./lines.ts";

/** A stretch of a line, which starts at an index of it, with the names of its values: `for {{brand.name}}`. */
export function asTyped(stretch: string, start: number, line: Line, { files }: Project): string {
  return stretch.replaceAll(VALUE, (_, offset: number) => {
    const { file, index } = line.at(start + offset);
    const [name] = /^[\w.]+/.exec((files.get(file) ?? "").slice(index, index + 200)) ?? [];
    return name ? `{{${name}}}` : "…";
  });
}
