import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A function to measure: a folder with an index.js, and its event. */
export interface Subject {
  readonly name: string;
  readonly folder: string;
  /** The file with the event's JSON. */
  readonly event: string;
  readonly environment?: Readonly<Record<string, string>>;
}

/** One cold start. */
export interface Cold {
  /** From the start of the process to its answer. */
  readonly wall: number;
  /** From the import to the answer's text, as measured in the process. */
  readonly inside: number;
  /** Resident memory after the answer, in bytes. */
  readonly memory: number;
  readonly answer: string;
}

/** Starts a process that answers one event. Times are in ms. */
export async function coldStart(subject: Subject): Promise<Cold> {
  const { lines, firstAt } = await ran("cold.cjs", subject, []);
  const [answer = "", figures = "{}"] = lines;
  const { milliseconds, memory } = JSON.parse(figures);
  return { wall: firstAt, inside: milliseconds, memory, answer };
}

/** Returns the answers per second of a process that has warmed up. */
export async function warmRate(subject: Subject, milliseconds: number): Promise<number> {
  const { lines } = await ran("warm.cjs", subject, [String(milliseconds)]);
  return JSON.parse(lines[0] ?? "{}").rate;
}

/** The stderr of the processes, for when one fails. */
const stderrFile = join(mkdtempSync(join(tmpdir(), "cognito-recovery-bench-")), "stderr");

function ran(
  script: string,
  { name, folder, event, environment }: Subject,
  more: readonly string[],
): Promise<{ readonly lines: readonly string[]; readonly firstAt: number }> {
  return new Promise((resolve, reject) => {
    const stderr = openSync(stderrFile, "w");
    const started = performance.now();
    let firstAt = 0;
    let output = "";
    const child = spawn(process.execPath, [join(import.meta.dirname, script), folder, event, ...more], {
      stdio: ["ignore", "ignore", stderr, "pipe"],
      env: { PATH: process.env.PATH ?? "", TZ: ":UTC", AWS_REGION: "eu-central-1", ...environment },
    });
    closeSync(stderr);
    child.stdio[3]?.on("data", (chunk) => {
      firstAt ||= performance.now() - started;
      output += chunk;
    });
    child.on("error", reject);
    child.on("close", (code) => {
      if (code === 0 && output !== "") resolve({ lines: output.trim().split("\n"), firstAt });
      else reject(new Error(`${name} ended with exit code ${code}:\n${readFileSync(stderrFile, "utf8")}`));
    });
  });
}
