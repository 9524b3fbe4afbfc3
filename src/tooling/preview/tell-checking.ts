import type { Preview } from "./serve.ts";

/** So long, in milliseconds, nobody wonders. */
const PATIENCE_MS = 1_500;

/** Tells whoever waits at the terminal that the first check goes on; nothing where it is short. */
export async function tellChecking({ ready, progress }: Pick<Preview, "ready" | "progress">): Promise<void> {
  const { stderr } = process;
  let told = 0;
  const timer = setInterval(() => {
    const { languages, share } = progress() ?? {};
    if (languages === undefined || share === undefined) return;
    const line = `Checking ${languages} languages …`;
    // A file or a pipe gets one line; on a terminal it is written over.
    if (stderr.isTTY) stderr.write(`\r${line} ${Math.floor(share * 100)} %`);
    else if (told === 0) stderr.write(`${line}\n`);
    told += 1;
  }, PATIENCE_MS);
  await ready;
  clearInterval(timer);
  if (told > 0) stderr.write(`${stderr.isTTY ? "\r\u001b[K" : ""}All is checked.\n`);
}
