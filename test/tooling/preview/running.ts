import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { repository } from "../../project.ts";

/** The command as people run it. */
export interface Running {
  readonly url: string;
  readonly port: number;
  readonly stop: () => Promise<void>;
}

const main = join(repository, "src/tooling/cli/main.ts");

/** Starts `preview` in a project's folder, and waits until it shows the messages. */
export async function runningPreview(root: string, ...options: string[]): Promise<Running> {
  const running = await startedPreview(root, ...options);
  while ((await fetch(running.url)).status === 503) await new Promise((resolve) => setTimeout(resolve, 50));
  return running;
}

/** The same, as soon as it says where it is. */
export async function startedPreview(root: string, ...options: string[]): Promise<Running> {
  const child = spawn(process.execPath, [main, "preview", ...options], {
    cwd: root,
    env: { PATH: process.env.PATH },
  });
  const url = await addressOf(child);
  return {
    url,
    port: Number(new URL(url).port),
    stop: async () => {
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let told = "";
  for await (const chunk of child.stdout ?? []) {
    told += chunk;
    const [url] = /http:\/\/\S+/.exec(told) ?? [];
    if (url) return url;
  }
  throw new Error(`It ended without an address: ${told}`);
}
