import { once } from "node:events";
import { dirname, relative } from "node:path";
import { createAdaptorServer } from "@hono/node-server";
import { watch } from "chokidar";
import { SetupError } from "../../log/fault.ts";
import { inOneLine } from "../check/finding.ts";
import { METADATA_SCHEMA } from "../templates/metadata-schema.ts";
import { previewApp } from "./app.tsx";
import { type Memory, type Workbench, workbenchOf } from "./workbench.ts";

/** A preview that runs. */
export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export interface PreviewOptions {
  readonly root: string;
  /** Left out, one that is free. */
  readonly port?: number | undefined;
}

/** The port that is taken when nobody asks for one, if it is free: an address that can be kept. */
const USUAL_PORT = 4400;

/** Whatever else is saved with it: editors write a file in several steps. */
const SETTLED_MS = 15;

/**
 * Serves the preview of a project to this machine, until it is closed.
 *
 * @throws SetupError when the port that was asked for is taken
 */
export async function servePreview({ root, port }: PreviewOptions): Promise<Preview> {
  const memory: Memory = new Map();
  let bench: Workbench = await workbenchOf(root, memory);
  // What was read last, be it that it cannot be shown.
  let latest = bench;
  const told = new Set<() => void>();
  // Of this process alone: after a restart, a page that is still open shows another one's.
  const started = Date.now().toString(36);
  let saves = 0;
  let fault: string | undefined;
  const app = previewApp({
    bench: () => bench,
    fault: () => fault,
    version: () => `${started}-${saves}`,
    onChange: (tell, signal) => {
      told.add(tell);
      signal.addEventListener("abort", () => told.delete(tell));
    },
  });
  const server = createAdaptorServer({ fetch: app.fetch });
  const listening = await listen(server, port);
  const watcher = watch(root, { ignoreInitial: true, ignored: (path) => !isWatched(relative(root, path)) });
  await once(watcher, "ready");
  const refreshed = afterEach(async () => {
    try {
      const next = await workbenchOf(root, memory, latest);
      latest = next;
      fault = whyUnreadable(next);
      // Without its settings a project has no message: until they are mended, it is shown as it was.
      if (fault === undefined || bench.sources.length === 0) bench = next;
    } catch (error) {
      fault = error instanceof SetupError ? error.message : "The preview broke. Its terminal says where.";
      if (!(error instanceof SetupError)) console.error(error);
    }
    saves += 1;
    for (const tell of told) tell();
  });
  watcher.on("all", refreshed);
  return {
    url: `http://127.0.0.1:${listening}/`,
    close: async () => {
      await watcher.close();
      server.close();
      if ("closeAllConnections" in server) server.closeAllConnections();
    },
  };
}

/** The templates, the schema of the metadata, and what they lie in: a folder may be taken away and brought back. */
function isWatched(path: string): boolean {
  return ["", dirname(METADATA_SCHEMA), METADATA_SCHEMA].includes(path) || /^templates(?:[\\/]|$)/.test(path);
}

function whyUnreadable({ checked }: Workbench): string | undefined {
  const rules = checked.project.unread.map(({ rule }) => rule);
  const [first] = rules.filter((rule) => rule === "settings" || rule === "metadata-schema");
  const finding = checked.findings.find(({ rule }) => rule === first);
  return finding && inOneLine(finding);
}

type Server = ReturnType<typeof createAdaptorServer>;

async function listen(server: Server, port: number | undefined): Promise<number> {
  const taken = await tryToListen(server, port ?? USUAL_PORT);
  if (taken && port !== undefined) {
    throw new SetupError(
      `Port ${port} is taken: leave out --port, and a free one is found; or name another.`,
    );
  }
  if (taken) await tryToListen(server, 0);
  const address = server.address();
  return typeof address === "object" && address ? address.port : USUAL_PORT;
}

/** Whether the port was taken. */
async function tryToListen(server: Server, port: number): Promise<boolean> {
  const failed = once(server, "error").then(([error]) => error as NodeJS.ErrnoException);
  server.listen(port, "127.0.0.1");
  const error = await Promise.race([failed, once(server, "listening").then(() => undefined)]);
  if (error && error.code !== "EADDRINUSE") {
    throw new SetupError(`The preview cannot listen on port ${port}: ${error.message}`, { cause: error });
  }
  return error !== undefined;
}

/** The same work after each call, once for those that come together; never twice at a time. */
function afterEach(work: () => Promise<void>): () => void {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  return () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      running = running.then(work);
    }, SETTLED_MS);
  };
}
