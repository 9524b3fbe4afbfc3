import { once } from "node:events";
import { dirname, relative } from "node:path";
import { watch } from "chokidar";
import { SetupError } from "../../error/setup-error.ts";
import { inOneLine } from "../check/finding.ts";
import { METADATA_SCHEMA } from "../templates/metadata-schema.ts";
import { type Memory, unreadableFindings, type Workbench, workbenchOf } from "./workbench.ts";

/** What the pages show: the project as it was last saved. */
export interface Watched {
  /** Absent while nothing could be read yet. */
  readonly bench: () => Workbench | undefined;
  /** Why what is saved now cannot be read at all: the bench is how it was before, if there was one. */
  readonly fault: () => string | undefined;
  /** Another one after each change. */
  readonly version: () => string;
  /** Calls back after each change, until the signal aborts. */
  readonly onChange: (listener: () => void, signal: AbortSignal) => void;
}

/** A project that is followed until that is ended. */
export interface Followed extends Watched {
  readonly close: () => Promise<void>;
}

/** Whatever else is saved with it: editors write a file in several steps. */
const SETTLED_MS = 15;

/** Reads and checks a project, and again whenever something of it is saved. */
export async function followed(root: string): Promise<Followed> {
  const memory: Memory = new Map();
  const listeners = new Set<() => void>();
  // Of this process alone: after a restart, a page that is still open shows another one's.
  const started = Date.now().toString(36);
  let saves = 0;
  let bench: Workbench | undefined;
  let latest: Workbench | undefined;
  let fault: string | undefined;
  const look = async () => {
    try {
      latest = await workbenchOf(root, memory, latest);
      const [first] = unreadableFindings(latest.checked);
      fault = first && inOneLine(first);
      // While settings cannot be read, there is no message: the project is shown as it was.
      if (fault === undefined || !bench || bench.messages.length === 0) bench = latest;
    } catch (error) {
      fault = error instanceof SetupError ? error.message : "The preview broke. Its terminal says where.";
      if (!(error instanceof SetupError)) console.error(error);
    }
    saves += 1;
    for (const each of listeners) each();
  };
  const lookSoon = afterEach(look);
  const watcher = watch(root, {
    ignoreInitial: true,
    // A link out of the project is rejected; one to the whole disk would be watched for minutes first.
    followSymlinks: false,
    ignored: (path) => !isWatched(relative(root, path)),
  });
  watcher.on("all", lookSoon);
  // What is saved between the first look and the watch would be missed.
  await once(watcher, "ready");
  await lookSoon.now();
  return {
    bench: () => bench,
    fault: () => fault,
    version: () => `${started}-${saves}`,
    onChange: (listener, signal) => {
      listeners.add(listener);
      signal.addEventListener("abort", () => listeners.delete(listener));
    },
    close: () => watcher.close(),
  };
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
