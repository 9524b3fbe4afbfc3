import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { style } from "./app.tsx";
import { fileLinks } from "./links.ts";
import { matrixOf } from "./matrix.ts";
import { Home } from "./pages/home.tsx";
import { MessagePage } from "./pages/message.tsx";
import type { Assets } from "./pages/page.tsx";
import { shownMessage } from "./shown-message.ts";
import { viewOf } from "./view.ts";
import { workbenchOf } from "./workbench.ts";

const assets: Assets = { style, isInline: true };

/** Writes the matrix and every message into a folder, as pages that need neither a server nor a script. */
export async function writePreview({
  root,
  folder,
}: {
  root: string;
  folder: string;
}): Promise<{ pages: number; failing: number }> {
  const bench = await workbenchOf(root, new Map());
  const view = viewOf(new URLSearchParams(), bench);
  mkdirSync(folder, { recursive: true });
  const write = (name: string, page: unknown) => writeFileSync(join(folder, name), String(page));
  write("index.html", <Home bench={bench} filter={{ find: "" }} links={fileLinks} assets={assets} />);
  const cells = matrixOf(bench).flatMap((row) => row.cells);
  const there = cells.filter(({ state }) => state !== "not offered");
  for (const { locale, source } of there) {
    const shown = await shownMessage(bench, locale, source, view);
    write(
      fileLinks.message(locale, source),
      <MessagePage
        bench={bench}
        shown={shown}
        reference={undefined}
        view={view}
        links={fileLinks}
        assets={assets}
      />,
    );
  }
  return { pages: there.length + 1, failing: cells.filter(({ state }) => state === "failing").length };
}
