import { once } from "node:events";
import { availableParallelism } from "node:os";
import { Worker } from "node:worker_threads";
import { customMessageSources } from "../../trigger/custom-message-event.ts";
import { beginning, type Checked, check } from "./check.ts";
import type { Copy } from "./copy.ts";
import { casesInShare, copyForShare, messageOf, type SentCase, type Share, together } from "./share.ts";

/** So many files are checked faster than other threads could begin. */
const FEW_FILES = 1_000;

/** What {@link check} says of a copy; of a large one, found by several threads at the same time. */
export async function checkInThreads(copy: Copy, threads = availableParallelism()): Promise<Checked> {
  if (threads < 2 || copy.files.size < FEW_FILES) return check(copy);
  const [own = new Set(), ...others] = sharesOf(copy, threads);
  const working = others.filter(({ size }) => size > 0).map((share) => sentBy(copyForShare(copy, share)));
  // What fails in another thread is told when this one has come as far.
  const sent = Promise.all(working);
  sent.catch(() => undefined);
  const begun = beginning(copy);
  const cases = casesInShare(begun, own);
  return together(begun, cases, (await sent).flat());
}

async function sentBy(copy: Copy): Promise<SentCase[]> {
  // A clone has the source, an installed package JavaScript.
  const ending = import.meta.url.endsWith(".ts") ? "ts" : "js";
  const thread = new Worker(new URL(`./check-thread.${ending}`, import.meta.url), { workerData: copy });
  const [cases] = (await once(thread, "message")) as [SentCase[]];
  return cases;
}

/** How much of the work that a message makes is done for all of them by the thread that has begun. */
const FOR_ALL = 0.3;

/**
 * The messages, divided so that all threads are done at about the same time; the first share is that of the
 * thread which looks at the files of all of them too.
 */
export function sharesOf({ files }: Copy, threads: number): Share[] {
  const sizes = Map.groupBy(files.keys(), messageOf);
  const size = (source: (typeof customMessageSources)[number]) => sizes.get(source)?.length ?? 0;
  const total = customMessageSources.reduce((sum, source) => sum + size(source), 0);
  const shares = Array.from({ length: threads }, (_, index) => ({
    messages: new Set<(typeof customMessageSources)[number]>(),
    work: index === 0 ? FOR_ALL * total : 0,
    perFile: index === 0 ? 1 - FOR_ALL : 1,
  }));
  for (const source of [...customMessageSources].sort((a, b) => size(b) - size(a))) {
    const after = (share: (typeof shares)[number]) => share.work + share.perFile * size(source);
    const [least] = [...shares].sort((a, b) => after(a) - after(b));
    least?.messages.add(source);
    if (least) least.work = after(least);
  }
  return shares.map(({ messages }) => messages);
}
