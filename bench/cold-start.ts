import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Something to be measured: a folder with an index.js, and the event that it is given. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  /** A file with the event's JSON. */
  readonly event: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One cold start. */
export interface Cold {
  /** From the start of the process to its answer. */
  readonly wall: number;
  /** From the import to the answer's text, as the process itself saw it. */
  readonly inside: number;
  /** What the processor spent on that, all threads together. */
  readonly cpu: number;
  /** Resident memory after the answer, in bytes. */
  readonly memory: number;
  readonly answer: string;
}

/** A fresh process that answers one event. Times are in ms. */
export async function coldStart(subject: Subject, stdout: "ignore" | "pipe" = "ignore"): Promise<Cold> {
  const { lines, firstAt } = await ran("cold.cjs", subject, [], stdout);
  const [answer = "", told = "{}"] = lines;
  const { milliseconds, cpu, memory } = JSON.parse(told);
  return { wall: firstAt, inside: milliseconds, cpu, memory, answer };
}

/** Answers a second of a process that has been warm for a while. */
export async function warmRate(subject: Subject, milliseconds: number): Promise<number> {
  const { lines } = await ran("warm.cjs", subject, [String(milliseconds)]);
  return JSON.parse(lines[0] ?? "{}").rate;
}

/** What the processes say goes to a file: all of stdout into the void, and stderr where a failure can be read. */
const said = join(mkdtempSync(join(tmpdir(), "cognito-recovery-bench-")), "stderr");

function ran(
  script: string,
  { name, folder, event, environment }: Subject,
  more: readonly string[],
  stdout: "ignore" | "pipe" = "ignore",
): Promise<{ readonly lines: readonly string[]; readonly firstAt: number }> {
  return new Promise((resolve, reject) => {
    const stderr = openSync(said, "w");
    const started = performance.now();
    let firstAt = 0;
    let told = "";
    const child = spawn(process.execPath, [join(import.meta.dirname, script), folder, event, ...more], {
      stdio: ["ignore", stdout, stderr, "pipe"],
      env: { PATH: process.env.PATH ?? "", TZ: ":UTC", AWS_REGION: "eu-central-1", ...environment },
    });
    closeSync(stderr);
    child.stdout?.resume();
    child.stdio[3]?.on("data", (chunk) => {
      firstAt ||= performance.now() - started;
      told += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && told !== "") resolve({ lines: told.trim().split("\n"), firstAt });
      else reject(new Error(`${name} ended with exit code ${code}:\n${readFileSync(said, "utf8")}`));
    });
  });
}
