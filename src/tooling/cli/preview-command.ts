import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import type { Io } from "./io.ts";
import { print } from "./print.ts";
import { projectFolder } from "./project-folder.ts";

export interface PreviewCommandOptions {
  readonly port?: number;
  readonly static?: string;
  readonly readOnly?: boolean;
}

/** `preview`: runs until it is stopped; with `--static`, writes the pages and ends. */
export async function previewCommand(
  { port, static: folder, readOnly: isReadOnly }: PreviewCommandOptions,
  io: Io,
): Promise<number> {
  if (folder !== undefined && port !== undefined) {
    throw new SetupError("Use --static or --port, not both: files in a folder need no port.");
  }
  const root = projectFolder(io);
  // Run from its source, in a clone.
  if (import.meta.url.endsWith(".ts")) await import("../preview/tsx.ts");
  if (folder !== undefined) {
    const { writePreview } = await import("../preview/write-preview.tsx");
    const { pages, isFailing } = await writePreview({ root, folder: resolve(root, folder) });
    print(
      io,
      `Wrote ${pages === 1 ? "1 page" : `${pages} pages`} to ${folder}: open ${join(folder, "index.html")} in a browser.`,
    );
    return isFailing ? 1 : 0;
  }
  const { servePreview } = await import("../preview/serve-preview.ts");
  const { url, close } = await servePreview({ root, port, isReadOnly });
  print(
    io,
    `The preview is at ${url}\nIt shows each saved change at once${isReadOnly ? "" : ", and you can edit the texts there"}. Ctrl+C ends it.`,
  );
  await io.interrupted();
  await close();
  return 0;
}
