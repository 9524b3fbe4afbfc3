import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import { repository } from "../project.ts";

/** The answer and the traces of one invocation of a built bundle. */
export interface LoneInvocation {
  /** All that it printed. */
  readonly output: string;
  /** The trigger's own line of the log. */
  readonly line: Readonly<Record<string, unknown>>;
  /** The SDK's clients that were loaded by the end of it. */
  readonly clients: readonly string[];
}

const script = `
  const [folder, event] = process.argv.slice(1);
  const { handler } = require(folder + "/index.js");
  const loaded = () => console.log(JSON.stringify(Object.keys(require.cache)));
  handler(JSON.parse(event), {}).catch(() => {}).finally(loaded);`;

/** Invokes a bundle in a process of its own, with the SDK in the place where Lambda has it. */
export async function loneInvocation(
  folder: string,
  environment: Readonly<Record<string, string>>,
  event: unknown,
): Promise<LoneInvocation> {
  const env = { NODE_PATH: join(repository, "node_modules"), ...environment };
  const ran = promisify(execFile)(process.execPath, ["-e", script, folder, JSON.stringify(event)], { env });
  const { stdout, stderr } = await ran;
  const printed = stdout.trim().split("\n");
  const loaded: string[] = JSON.parse(printed.pop() ?? "[]");
  const lines = [...printed, ...stderr.trim().split("\n")].filter((line) => line !== "");
  const clients = loaded.flatMap((file) => /\/@aws-sdk\/(client-[\w-]+)\//.exec(file)?.[1] ?? []);
  return {
    output: lines.join("\n"),
    line: lines.map((line) => JSON.parse(line)).find(({ message }) => message !== undefined),
    clients: [...new Set(clients)],
  };
}
