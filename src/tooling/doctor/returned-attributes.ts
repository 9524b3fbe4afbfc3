import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { SetupError } from "../../error/setup-error.ts";
import { isObject } from "../json/json.ts";
import { legacyStore, SAMPLE } from "../replay/legacy-store.ts";
import { eventIn, replayFiles } from "../replay/replay-files.ts";
import { builtTriggers, type Stage, stageOf } from "../replay/stage.ts";
import type { Returned } from "./facts.ts";

const TRIGGER = "user-migration";

/**
 * The names of the attributes that the project's built user migration returns for the project's own events,
 * or why that cannot be told.
 */
export async function returnedAttributes(
  root: string,
  out = "dist",
): Promise<Returned | { readonly why: string }> {
  const dist = resolve(root, out);
  const triggers = builtIn(dist);
  if (!triggers) return { why: `There is no build in ${out}/ to try.` };
  if (!triggers.has(TRIGGER)) return { why: `There is no ${TRIGGER} in ${out}/ to try.` };
  const files = existsSync(join(root, "events")) ? replayFiles(root, ["events"]).events : [];
  const events = files.filter((file) => file.startsWith(`events/${TRIGGER}.`));
  if (events.length === 0) return { why: `There is no events/${TRIGGER}.….json to try it with.` };
  const answers = await answeredNames(root, dist, triggers, events);
  if (answers.length === 0) {
    return { why: `No event of events/${TRIGGER}.… had the build in ${out}/ bring anybody in.` };
  }
  const ever = [...new Set(answers.flat())].sort();
  const always = ever.filter((name) => answers.every((names) => names.includes(name)));
  return { ever, always, by: `${answers.length} of the user-migration events, replayed on ${out}/` };
}

/** `undefined` where nothing was built, and where the manifest is another program's. */
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

/** The attributes' names of an answer, never a value; of none, none. */
async function namesIn(root: string, file: string, stage: Stage): Promise<string[][]> {
  const read = eventIn(root, file);
  if ("problem" in read) throw new SetupError(read.problem);
  const invocation = await stage.invoke(read.event);
  if (invocation?.is !== "answered") return [];
  const answer: unknown = JSON.parse(invocation.text);
  const response = isObject(answer) && isObject(answer.response) ? answer.response : {};
  return isObject(response.userAttributes) ? [Object.keys(response.userAttributes)] : [];
}
