import { mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../log/fault.ts";
import { hasErrors } from "../check/finding.ts";
import { style } from "./app.tsx";
import { fileLinks } from "./links.ts";
import { matrixOf } from "./matrix.ts";
import { Home } from "./pages/home.tsx";
import { MessagePage } from "./pages/message.tsx";
import { type Assets, GENERATOR } from "./pages/page.tsx";
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
}): Promise<{ pages: number; isFailing: boolean }> {
  const bench = await workbenchOf(root, new Map());
  const view = viewOf(new URLSearchParams(), bench);
  if (`${folder}/`.startsWith(`${join(root, "templates")}/`)) {
    throw new SetupError(`${folder} is in templates/, which is for what you write: name another folder.`);
  }
  try {
    emptied(folder);
  } catch (error) {
    if (error instanceof SetupError) throw error;
    throw new SetupError(`${folder} cannot be written: ${(error as Error).message}`, { cause: error });
  }
  const write = (name: string, page: unknown) => writeFileSync(join(folder, name), String(page));
  write(
    "index.html",
    <Home bench={bench} filter={{ find: "" }} view={view} links={fileLinks} assets={assets} />,
  );
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
  return { pages: there.length + 1, isFailing: hasErrors(bench.checked.findings) };
}

/** A folder of ours, without the pages that were in it: one of a language that is gone would be left. */
function emptied(folder: string): void {
  const kind = statSync(folder, { throwIfNoEntry: false });
  if (kind && !kind.isDirectory()) throw new SetupError(`${folder} is a file: name a folder.`);
  const names = kind ? readdirSync(folder) : [];
  const others = names.filter((name) => !isOurs(join(folder, name)));
  if (others.length > 0) {
    throw new SetupError(
      `${folder} holds ${others[0]}, which is no page of the preview: name an empty folder.`,
    );
  }
  for (const name of names) rmSync(join(folder, name));
  mkdirSync(folder, { recursive: true });
}

function isOurs(file: string): boolean {
  return file.endsWith(".html") && readFileSync(file, "utf8").includes(GENERATOR);
}
