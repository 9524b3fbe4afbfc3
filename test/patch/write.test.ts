import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const module = fileURLToPath(new URL("../../src/patch/write.ts", import.meta.url));

/** All that a process writes to a pipe of which nobody reads for a while. */
async function written(script: string): Promise<string> {
  const child = spawn(
    process.execPath,
    ["--input-type=module", "-e", `import { write } from "${module}"; ${script}`],
    { cwd: repository, stdio: ["ignore", "pipe", "inherit"] },
  );
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await new Promise((resolve) => setTimeout(resolve, 500));
  const chunks = await child.stdout.toArray();
  expect(await ended).toBe(0);
  return Buffer.concat(chunks).toString();
}

const lines = Array.from({ length: 4_000 }, (_, index) => `${index} ${"ä".repeat(100)}\n`).join("");
const WRITE_ALL = 'for (let i = 0; i < 4000; i += 1) write(1, i + " " + "ä".repeat(100) + "\\n");';

test("all that is written arrives, in its order", async () => {
  expect(await written(WRITE_ALL)).toBe(lines);
});

test("also where the descriptor takes no more for now, since somebody has made a stream of it", async () => {
  expect(await written(`process.stdout; ${WRITE_ALL}`)).toBe(lines);
});
