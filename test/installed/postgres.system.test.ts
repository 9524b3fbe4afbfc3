import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { type RealPostgres, realPostgres } from "../directory/real-postgres.ts";
import { repository } from "../project.ts";
import { documented } from "../tooling/lookup/project-with-postgres.ts";
import { copy, install } from "./readme.ts";
import { shell } from "./shell.ts";

const { folder, run, must } = shell();
let postgres: RealPostgres;

/** Runs README's commands, writes its PostgreSQL directory, and starts a server with TLS. */
beforeAll(async () => {
  must("npm init --yes");
  must(`${install.replace("cognito-recovery", inject("tarball"))} pg`);
  must(copy);
  writeFileSync(join(folder, "triggers/legacy-directory.ts"), documented.source);
  postgres = await realPostgres();
  await postgres.admin.query(documented.view);
  const ca = join(repository, "test/directory/tls/ca.pem");
  writeFileSync(join(folder, "store.env"), `LEGACY_DATABASE=${postgres.url()}\nNODE_EXTRA_CA_CERTS=${ca}\n`);
});
afterAll(() => postgres?.stop());

test("lookup finds a person over TLS, and prints the driver's error where the certificate is not trusted", () => {
  const found = must("npx cognito-recovery lookup anna@example.com --environment store.env --json");
  expect(JSON.parse(found)).toMatchObject({ outcome: "found", recovery: { outcome: "migrated" } });
  const { status, stdout } = run(
    `npx cognito-recovery lookup anna@example.com --set "LEGACY_DATABASE=${postgres.url()}"`,
  );
  expect(stdout).toMatch(/self[- ]signed certificate|unable to (?:get|verify)/);
  expect(status).toBe(2);
});

test("replay plays every flow on it", async () => {
  expect(must("npx cognito-recovery replay --environment store.env events/flows")).toMatch(
    /(\d+) of \1 flows as expected/,
  );
  const { rows } = await postgres.admin.query("select id from users where migrated_at is not null");
  expect(rows.length).toBeGreaterThan(0);
});
