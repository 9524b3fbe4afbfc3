import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, expect, test, vi } from "vitest";
import { repository } from "../project.ts";
import { call } from "../trigger/sample.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-legacy-"));
const file = join(folder, "legacy.sqlite");
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("a person who has migrated is not found again", async () => {
  const database = new DatabaseSync(file);
  database.exec(readFileSync(join(repository, "events/legacy-users.sql"), "utf8"));
  database.close();
  vi.stubEnv("LEGACY_DATABASE", file);
  const { directory } = await import("../../triggers/legacy-directory.ts");
  const found = await directory.authenticate("anna@example.com", "Correct-Horse-9", call());
  if (found.is !== "found") throw new Error(`Anna is ${found.is}, not found.`);
  expect(await directory.markMigrated?.(found.user.id, call())).toBe(true);
  expect(await directory.find("anna@example.com", call())).toEqual({ is: "unknown" });
  expect(await directory.authenticate("anna@example.com", "Correct-Horse-9", call())).toEqual({
    is: "unknown",
  });
});
