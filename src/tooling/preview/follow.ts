import { once } from "node:events";
import { statSync } from "node:fs";
import { dirname, relative } from "node:path";
import { type FSWatcher, watch } from "chokidar";
import { SetupError } from "../../log/fault.ts";
import { leadsOutside } from "../check/copy.ts";
import { type Finding, inOneLine } from "../check/finding.ts";
import { METADATA_SCHEMA } from "../templates/metadata-schema.ts";
import { type Memory, type Progress, type Workbench, workbenchOf } from "./workbench.ts";

/** What the pages show: the project as it was last saved. */
export interface Watched {
  /** Absent until it has been checked for the first time. */
  readonly bench: () => Workbench | undefined;
  /** Why what is saved now cannot be read at all: the bench is how it was before, if there was one. */
  readonly fault: () => string | undefined;
  /** How far it is checked, while that goes on. */
  readonly progress: () => Progress | undefined;
  /** Another one after each change. */
  readonly version: () => string;
  /** Calls back with each change, until the signal aborts. */
  readonly onChange: (told: (change: Change) => void, signal: AbortSignal) => void;
}

/** What has happened: something is being checked, or has been. */
export type Change = { readonly is: "saved" } | ({ readonly is: "checking" } & Progress);

/** A project that is followed until that is ended. */
export interface Followed extends Watched {
  /** Reads it and goes on following it; done when it has been checked for the first time. */
  readonly begin: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Whatever else is saved with it: editors write a file in several steps. */
const SETTLED_MS = 15;

/** How often it is told how far it has come: most checks are done before. */
const TELLING_MS = 400;

/** Reads and checks a project once it begins, and again whenever something of it is saved. */
export function followed(root: string): Followed {
  const memory: Memory = new Map();
  const listeners = new Set<(change: Change) => void>();
  const tell = (change: Change) => {
    for (const each of listeners) each(change);
  };
  // Of this process alone: after a restart, a page that is still open shows another one's.
  const started = Date.now().toString(36);
  let saves = 0;
  let bench: Workbench | undefined;
  /** What was read last, be it that it cannot be shown. */
  let latest: Workbench | undefined;
  let fault: string | undefined;
  let progress: Progress | undefined;
  const look = async () => {
    let told = performance.now();
    try {
      latest = await workbenchOf(root, memory, {
        before: latest,
        told: (now) => {
          progress = now;
          if (performance.now() - told < TELLING_MS) return;
          told = performance.now();
          tell({ is: "checking", ...now });
        },
      });
      const [first] = unreadableFindings(latest);
      fault = first && inOneLine(first);
      // Without its settings a project has no message: until they are mended, it is shown as it was.
      if (fault === undefined || !bench || bench.sources.length === 0) bench = latest;
    } catch (error) {
      fault = error instanceof SetupError ? error.message : "The preview broke. Its terminal says where.";
      if (!(error instanceof SetupError)) console.error(error);
    }
    progress = undefined;
    saves += 1;
    tell({ is: "saved" });
  };
  const lookSoon = afterEach(look);
  let watcher: FSWatcher | undefined;
  return {
    bench: () => bench,
    fault: () => fault,
    progress: () => progress,
    version: () => `${started}-${saves}`,
    onChange: (told, signal) => {
      listeners.add(told);
      signal.addEventListener("abort", () => listeners.delete(told));
    },
    begin: async () => {
      watcher = watch(root, {
        ignoreInitial: true,
        // A link out of the project is refused; one to the whole disk would be watched for minutes first.
        ignored: (path) => !isWatched(relative(root, path)) || leadsOutside(root, relative(root, path)),
      });
      watcher.on("all", lookSoon);
      // Of such a link nothing else says that it is gone.
      watcher.on("raw", () => fault !== undefined && lookSoon());
      // What is saved between the first look and the watch would be missed.
      await once(watcher, "ready");
      followReplaced(watcher, lookSoon);
      await lookSoon.now();
    },
    close: async () => watcher?.close(),
  };
}

/**
 * A folder with a file's name, for which that file is put back before the watcher has seen the folder go, would be
 * a folder to it ever after, in which nothing changes. Such a folder is a mistake, and most projects have none.
 */
function followReplaced(watcher: FSWatcher, tell: () => void): void {
  const folders = new Set(Object.keys(watcher.getWatched()).filter(isNamedAsFile));
  watcher.on("addDir", (path) => {
    if (isNamedAsFile(path)) folders.add(path);
  });
  watcher.on("unlinkDir", (path) => folders.delete(path));
  // Whatever the system says, also of what the watcher makes nothing of.
  watcher.on("raw", () => {
    for (const path of folders) {
      if (!isFile(path)) continue;
      folders.delete(path);
      watcher.unwatch(path).add(path);
      tell();
    }
  });
}

function isFile(path: string): boolean {
  try {
    return statSync(path).isFile();
  } catch {
    return false;
  }
}

function isNamedAsFile(path: string): boolean {
  return /\.(?:hbs|json|ts)$/.test(path);
}

/** What makes a project show nothing at all: settings, or a schema, that cannot be read. */
export function unreadableFindings({ checked }: Workbench): readonly Finding[] {
  const rules = new Set(checked.project.unread.map(({ rule }) => rule));
  const isOne = (rule: string) => rule === "settings" || rule === "metadata-schema";
  const told = new Set<string>([...rules].filter(isOne));
  return checked.findings.filter(({ rule }) => told.has(rule));
}

/** The templates, the schema of the metadata, and what they lie in: a folder may be taken away and brought back. */
function isWatched(path: string): boolean {
  return ["", dirname(METADATA_SCHEMA), METADATA_SCHEMA].includes(path) || /^templates(?:[\\/]|$)/.test(path);
}

/** The same work after each call, once for those that come together; never twice at a time. */
function afterEach(work: () => Promise<void>): (() => void) & { readonly now: () => Promise<void> } {
  let timer: NodeJS.Timeout | undefined;
  let running = Promise.resolve();
  const now = () => {
    running = running.then(work);
    return running;
  };
  const soon = () => {
    clearTimeout(timer);
    timer = setTimeout(now, SETTLED_MS);
  };
  return Object.assign(soon, { now });
}
