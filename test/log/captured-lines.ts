import { onTestFinished, vi } from "vitest";

/** Keeps the lines that this process writes to stdout and stderr, until the test ends. */
export function capturedLines(): () => Record<string, unknown>[] {
  const written: string[] = [];
  for (const stream of [process.stdout, process.stderr]) {
    vi.spyOn(stream, "write").mockImplementation((text) => written.push(String(text)) > 0);
  }
  onTestFinished(() => void vi.restoreAllMocks());
  return () =>
    written
      .join("")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line));
}
