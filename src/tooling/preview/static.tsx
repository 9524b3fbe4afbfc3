import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { hasErrors } from "../check/finding.ts";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
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
  refuseOthers(folder);
  const pages: Record<string, string> = {
    "index.html": String(<Home bench={bench} view={view} links={fileLinks} assets={assets} />),
  };
  const cells = matrixOf(bench).flatMap((row) => row.cells);
  const there = cells.filter(({ state }) => state !== "not offered");
  for (const { locale, message } of there) {
    const shown = await shownMessage(bench, locale, message, view);
    pages[fileLinks.message(locale, message.name)] = String(
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
  writeOutput(folder, { files: new Map(Object.entries(pages)), ours: () => markedFiles(folder, mark) });
  return { pages: Object.keys(pages).length, isFailing: hasErrors(bench.checked.findings) };
}

/** What is written takes the place of all that was there: a folder of somebody else's is none for it. */
function refuseOthers(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new SetupError(`${folder} is a file: name a folder.`);
  const other = readdirSync(folder).find((name) => !isOurs(join(folder, name)));
  if (other === undefined) return;
  throw new SetupError(`${folder} holds ${other}, which is no page of the preview: name an empty folder.`);
}

function isOurs(file: string): boolean {
  return file.endsWith(".html") && mark.isIn(readFileSync(file, "utf8"));
}

const mark = { path: /\.html$/, isIn: (text: string) => text.includes(GENERATOR) };
