import { PassThrough } from "node:stream";
import { text } from "node:stream/consumers";
import { runProgram } from "../../../src/tooling/cli/run-program.ts";

/** Runs a command in this process, in a folder, without a terminal, and returns its exit code and output. */
export async function runCli(cwd: string, ...options: string[]) {
  const [stdin, stdout, stderr] = [new PassThrough().end(), new PassThrough(), new PassThrough()];
  const printed = Promise.all([text(stdout), text(stderr)]);
  const environment = { PATH: process.env.PATH };
  const interrupted = async () => {};
  const status = await runProgram(options, { stdin, stdout, stderr, cwd, environment, interrupted });
  stdout.end();
  stderr.end();
  const [out, err] = await printed;
  return { status, stdout: out, stderr: err };
}
