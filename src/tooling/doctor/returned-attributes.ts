import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { isObject } from "../json/json.ts";
import { legacyStore, SAMPLE } from "../replay/legacy-store.ts";
import { eventIn, replayFiles } from "../replay/replay-files.ts";
import { builtTriggers, type Stage, stageOf } from "../replay/stage.ts";
import type { ReturnedAttributes } from "./facts.ts";

const TRIGGER = "user-migration";

/**
 * Returns the names of the attributes that the project's built user migration returns for the project's own
 * events, or the reason why they are not known.
 */
export async function returnedAttributes(
  root: string,
  out = "dist",
): Promise<ReturnedAttributes | { readonly reason: string }> {
  const dist = resolve(root, out);
  const triggers = builtIn(dist);
  if (!triggers) return { reason: `${out}/ contains no build.` };
  if (!triggers.has(TRIGGER)) return { reason: `${out}/ contains no ${TRIGGER}.` };
  const files = existsSync(join(root, "events")) ? replayFiles(root, ["events"]).events : [];
  const events = files.filter((file) => file.startsWith(`events/${TRIGGER}.`));
  if (events.length === 0) return { reason: `No file is named events/${TRIGGER}.….json.` };
  const answers = await answeredNames(root, dist, triggers, events);
  if (answers.length === 0) {
    return { reason: `The build in ${out}/ migrates nobody for the events in events/${TRIGGER}.….json.` };
  }
  const ever = [...new Set(answers.flat())].sort();
  const always = ever.filter((name) => answers.every((names) => names.includes(name)));
  return { ever, always, source: `${answers.length} of the user-migration events, replayed on ${out}/` };
}

/** Returns the built triggers; `undefined` where the folder contains no build of this package. */
function builtIn(dist: string): ReadonlySet<string> | undefined {
  try {
    return builtTriggers(dist);
  } catch (thrown) {
    if (thrown instanceof SetupError) return undefined;
    throw thrown;
  }
}

async function answeredNames(
  root: string,
  dist: string,
  triggers: ReadonlySet<string>,
  files: readonly string[],
): Promise<string[][]> {
  const store = existsSync(join(root, SAMPLE)) ? legacyStore(root, SAMPLE) : undefined;
  const stage = stageOf(dist, triggers, { ...store?.environment });
  const answers: string[][] = [];
  try {
    for (const file of files) answers.push(...(await namesIn(root, file, stage)));
  } finally {
    stage.close();
    store?.close();
  }
  return answers;
}

/** Returns the attributes' names of the answer, if there is one, and never a value. */
async function namesIn(root: string, file: string, stage: Stage): Promise<string[][]> {
  const read = eventIn(root, file);
  if ("problem" in read) throw new SetupError(read.problem);
  const invocation = await stage.invoke(read.event);
  if (invocation?.is !== "answered") return [];
  const answer: unknown = JSON.parse(invocation.text);
  const response = isObject(answer) && isObject(answer.response) ? answer.response : {};
  return isObject(response.userAttributes) ? [Object.keys(response.userAttributes)] : [];
}
