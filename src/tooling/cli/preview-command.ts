import { join, resolve } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { projectFolder } from "./project-folder.ts";

export interface PreviewCommandOptions {
  readonly port?: number;
  readonly static?: string;
  readonly readOnly?: boolean;
}

/** `preview`: runs until it is stopped; with `--static`, writes the pages and ends. */
export async function previewCommand({
  port,
  static: folder,
  readOnly: isReadOnly,
}: PreviewCommandOptions): Promise<number> {
  if (folder !== undefined && port !== undefined) {
    throw new SetupError("Say --static or --port, not both: what is written into a folder needs no port.");
  }
  const root = projectFolder();
  // Run from its source, in a clone.
  if (import.meta.url.endsWith(".ts")) await import("../preview/tsx.ts");
  if (folder !== undefined) {
    const { writePreview } = await import("../preview/static.tsx");
    const { pages, isFailing } = await writePreview({ root, folder: resolve(root, folder) });
    console.log(
      `${folder} is written, with ${pages === 1 ? "1 page" : `${pages} pages`}: open ${join(folder, "index.html")} in a browser.`,
    );
    return isFailing ? 1 : 0;
  }
  const { servePreview } = await import("../preview/serve.ts");
  const { url, close } = await servePreview({ root, port, isReadOnly });
  console.log(
    `The preview is at ${url}\nIt shows what is saved, as soon as it is${isReadOnly ? "" : ", and edits the texts"}. Ctrl+C ends it.`,
  );
  const ended = new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await ended;
  await close();
  return 0;
}
