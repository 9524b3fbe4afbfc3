import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type PreviewOptions, servePreview } from "../../../src/tooling/preview/serve-preview.ts";
import { project } from "../../project.ts";

/** A preview of a project in a folder of its own. */
export interface RunningPreview {
  readonly root: string;
  readonly url: (path: string) => string;
  readonly read: (file: string) => string;
  /** Saves a file with `from` replaced, or all of it. */
  readonly write: (file: string, from: string, to?: string) => void;
}

/** Serves a preview until the test is over: of the shipped templates, with other files. */
export async function runningPreview(
  files: Readonly<Record<string, string | null>> = {},
  options: Omit<PreviewOptions, "root"> = { port: 0 },
): Promise<RunningPreview> {
  const root = project(files);
  const { url, close } = await servePreview({ root, port: 0, ...options });
  onTestFinished(close);
  const read = (file: string) => readFileSync(join(root, file), "utf8");
  return {
    root,
    url: (path) => new URL(path, url).href,
    read,
    write: (file, from, to) => {
      const text = to === undefined ? from : read(file).replace(from, () => to);
      writeFileSync(join(root, file), text);
    },
  };
}
