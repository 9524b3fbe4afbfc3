import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { SetupError } from "../../error/setup-error.ts";
import { bundle } from "../build/bundle.ts";
import { directoryFile } from "../build/directory-file.ts";
import { sentencesOf } from "../build/sentences-of.ts";
import { temporaryFolder } from "../output/temporary-folder.ts";
import { container } from "../replay/container.ts";
import { localEnvironment } from "../replay/local-environment.ts";
import type { LookUp } from "./look-up.ts";

export interface LookUpOptions {
  /** The project's folder. */
  readonly root: string;
  readonly userName: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Receives the output of the project's own code. */
  readonly print: (text: string) => void;
  /** The time for the whole process, in ms. Default: its start, a trigger's time, and a margin. */
  readonly limit?: number;
}

const LIMIT_MS = 15_000;

const program = fileURLToPath(
  new URL(
    import.meta.filename.endsWith(".ts") ? "./look-up-process.ts" : "./look-up-process.js",
    import.meta.url,
  ),
);

/**
 * Looks a person up in a project's own directory: bundles `triggers/legacy-directory.ts` as `build` does, and
 * calls its `directory.find` once, in a process like a Lambda's.
 *
 * @throws SetupError when the file does not exist or exports no directory, or its process ends or does not answer
 */
export async function lookUpInProject({
  root,
  userName,
  variables,
  print,
  limit = LIMIT_MS,
}: LookUpOptions): Promise<LookUp> {
  const file = directoryFile(root);
  if (file === undefined) {
    throw new SetupError(
      "triggers/legacy-directory.ts does not exist. Create it and export the store: `export const directory = sqlDirectory({ … })`.",
    );
  }
  const name = relative(root, file);
  const folder = temporaryFolder();
  try {
    await writeBundle(root, file, folder.path);
    const running = container({
      folder: folder.path,
      program,
      trigger: "user-migration",
      environment: localEnvironment(variables),
      limit,
      onOutput: (text) => print(text.replace(END, "")),
    });
    const invocation = await running.invoke({ userName });
    running.close();
    switch (invocation.is) {
      case "answered":
        return JSON.parse(invocation.text) as LookUp;
      case "failed":
        throw new SetupError(`${name}: unhandled error:\n${invocation.errorMessage}`);
      case "died":
        throw new SetupError(`${name}: ${invocation.why}.`);
      case "hung":
        throw new SetupError(`${name} did not answer within ${limit / 1_000} s.`);
    }
  } finally {
    folder.remove();
  }
}

/** The mark that a container prints after an invocation. */
const END = /\nend [\da-f-]{36}\n/g;

async function writeBundle(root: string, file: string, folder: string): Promise<void> {
  try {
    for (const [name, bytes] of (await bundle(root, file)).files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
  } catch (failure) {
    throw new SetupError(sentencesOf(failure).join("\n"));
  }
}
