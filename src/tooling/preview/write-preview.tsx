import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { hasErrors } from "../check/finding.ts";
import { markedFiles } from "../output/marked-files.ts";
import { writeOutput } from "../output/write-output.ts";
import { readTemplateSources } from "../templates/template-sources.ts";
import { fileLinks } from "./links.ts";
import { matrixOf } from "./matrix-of.ts";
import { Home } from "./pages/home.tsx";
import { MessagePage } from "./pages/message-page.tsx";
import { GENERATOR } from "./pages/page.tsx";
import { previewState } from "./preview-state.ts";
import { shownMessage } from "./shown-message.ts";
import { viewOf } from "./view.ts";

export interface StaticOptions {
  readonly root: string;
  readonly folder: string;
}

/** Writes the matrix and every message into a folder, as pages that need neither a server nor a script. */
export async function writePreview({ root, folder }: StaticOptions) {
  const state = previewState(await readTemplateSources(root));
  const findings = state.checkAll();
  const view = viewOf(new URLSearchParams(), state.project);
  const page = { view, links: fileLinks };
  if (`${folder}/`.startsWith(`${join(root, "templates")}/`)) {
    throw new SetupError(`${folder} is in templates/, which is for what you write: name another folder.`);
  }
  rejectOthers(folder);
  const pages = new Map([["index.html", String(<Home state={state} page={page} />)]]);
  for (const { locale, message } of matrixOf(state).flatMap(({ cells }) => cells)) {
    const shown = await shownMessage(state, { message, locale, view, edits: [] });
    pages.set(
      fileLinks.message(locale, message.name),
      String(<MessagePage state={state} shown={shown} reference={undefined} page={page} />),
    );
  }
  writeOutput(folder, { files: pages, ours: () => markedFiles(folder, mark) });
  return { pages: pages.size, isFailing: hasErrors(findings) };
}

/** Rejects a folder with files of others: what is written replaces everything in it. */
function rejectOthers(folder: string): void {
  if (!existsSync(folder)) return;
  if (!statSync(folder).isDirectory()) throw new SetupError(`${folder} is a file: name a folder.`);
  const other = readdirSync(folder).find((name) => !isOurs(join(folder, name)));
  if (other === undefined) return;
  throw new SetupError(`${folder} holds ${other}, which is not a page of the preview: name an empty folder.`);
}

function isOurs(file: string): boolean {
  return file.endsWith(".html") && mark.isIn(readFileSync(file, "utf8"));
}

const mark = { path: /\.html$/, isIn: (text: string) => text.includes(GENERATOR) };
