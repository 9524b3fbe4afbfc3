import { once } from "node:events";
import { dirname, relative } from "node:path";
import { watch } from "chokidar";
import { SetupError } from "../../error/setup-error.ts";
import { inOneLine } from "../check/finding.ts";
import { METADATA_SCHEMA } from "../templates/metadata-schema.ts";
import { readTemplateSources } from "../templates/template-sources.ts";
import { type PreviewState, previewState, unreadableFindings } from "./preview-state.ts";

/** A project that is read again whenever it is saved. */
export interface Followed {
  /** The project as it was last read; `undefined` while nothing could be read yet. */
  readonly state: () => PreviewState | undefined;
  /** Why what is saved now cannot be read: `state` is how it was before, if there was one. */
  readonly fault: () => string | undefined;
  /** Changes whenever a page would look different. */
  readonly version: () => string;
  /** Calls back after each change, until the signal aborts. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
  /** Reads the project now: who has written to it need not wait until that is noticed. */
  readonly readAgain: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Editors write a file in several steps, and several files at once. */
const SETTLED_MS = 15;

/** The page that somebody looks at is answered first, then everything is checked. */
const CHECK_AFTER_MS = 250;

/** Reads a project, and again whenever something of it is saved. */
export async function followed(root: string): Promise<Followed> {
  const listeners = new Set<() => void>();
  // Of this process alone: after a restart, a page that is still open shows another one's.
  const started = Date.now().toString(36);
  let changes = 0;
  let state: PreviewState | undefined;
  let latest: PreviewState | undefined;
  let fault: string | undefined;
  let checking: NodeJS.Timeout | undefined;
  const changed = () => {
    changes += 1;
    for (const each of listeners) each();
  };
  const read = async () => {
    clearTimeout(checking);
    try {
      latest = previewState(await readTemplateSources(root, latest?.sources), latest);
      const [first] = unreadableFindings(latest);
      fault = first && inOneLine(first);
      // While settings cannot be read, there is no message: the project is shown as it was.
      if (fault === undefined || !state || state.messages.length === 0) state = latest;
      const now = latest;
      checking = setTimeout(() => {
        if (now.findings()) return;
        now.checkAll();
        changed();
      }, CHECK_AFTER_MS);
    } catch (error) {
      fault = error instanceof SetupError ? error.message : "The preview broke. Its terminal says where.";
      if (!(error instanceof SetupError)) console.error(error);
    }
    changed();
  };
  const reading = afterEach(read);
  const watcher = watch(root, {
    ignoreInitial: true,
    // A link out of the project is rejected; one to the whole disk would be watched for minutes first.
    followSymlinks: false,
    ignored: (path) => !isWatched(relative(root, path)),
  });
  watcher.on("all", reading.soon);
  // What is saved between the first look and the watch would be missed.
  await once(watcher, "ready");
  await reading.now();
  return {
    state: () => state,
    fault: () => fault,
    version: () => `${started}-${changes}`,
    onChange: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener));
    },
    readAgain: reading.now,
    close: () => {
      clearTimeout(checking);
      return watcher.close();
    },
  };
}

/** The templates, the schema of the metadata, and their folders: one may be taken away and brought back. */
function isWatched(path: string): boolean {
  return ["", dirname(METADATA_SCHEMA), METADATA_SCHEMA].includes(path) || /^templates(?:[\\/]|$)/.test(path);
}

/** The same work after each call, once for those that come together; never twice at a time. */
function afterEach(work: () => Promise<void>) {
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
  return { now, soon };
}
