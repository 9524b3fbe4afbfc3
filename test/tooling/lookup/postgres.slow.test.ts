import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { LookUp } from "../../../src/tooling/lookup/look-up.ts";
import { lookUpInProject } from "../../../src/tooling/lookup/look-up-in-project.ts";
import { exitCodeOf, type Replay, replay } from "../../../src/tooling/replay/replay.ts";
import { type RealPostgres, realPostgres } from "../../directory/real-postgres.ts";
import { repository } from "../../project.ts";
import { documented, FIND, projectWithPostgres } from "./project-with-postgres.ts";

const ca = join(repository, "test/directory/tls/ca.pem");
let postgres: RealPostgres;
let withoutTls: RealPostgres;
let project: ReturnType<typeof projectWithPostgres>;

beforeAll(async () => {
  project = projectWithPostgres();
  postgres = await realPostgres();
  withoutTls = await realPostgres({ tls: false });
});
afterAll(async () => {
  project?.close();
  await Promise.all([postgres?.stop(), withoutTls?.stop()]);
});

const variables = (url = postgres.url()) => ({ LEGACY_DATABASE: url, NODE_EXTRA_CA_CERTS: ca });
const lookup = (userName: string, url = postgres.url()): Promise<LookUp> =>
  lookUpInProject({ root: project.root, userName, variables: variables(url), print: () => {} });

describe("lookup on PostgreSQL", () => {
  test.each<[string, string, object]>([
    ["anna@example.com", FIND, { outcome: "found", recovery: { outcome: "migrated" }, errors: [] }],
    [
      "unverified@example.com",
      FIND,
      { outcome: "found", recovery: { outcome: "unverified", attributes: [] } },
    ],
    ["nobody@example.com", FIND, { outcome: "unknown", errors: [] }],
    ["barred@example.com", FIND, { outcome: "barred", why: "locked" }],
    ["anna@example.com", "select id, email from users where $1 <> ''", { outcome: "ambiguous" }],
    [
      "anna@example.com",
      "select id, email, now() as email_verified from users where email = $1",
      {
        outcome: "found",
        recovery: { outcome: "unverified" },
        warnings: [/`email_verified` as neither true/],
      },
    ],
  ])("%s by %s", async (userName, sql, expected) => {
    project.find(sql);
    const found = await lookup(userName);
    const { warnings, ...rest } = expected as { warnings?: RegExp[] };
    expect(found).toMatchObject(rest);
    if (warnings) expect(found.warnings).toEqual(warnings.map((each) => expect.stringMatching(each)));
    expect(JSON.stringify(found)).not.toContain(userName);
  });

  test.each<[string, string, () => string, RegExp]>([
    ["without TLS", FIND, () => withoutTls.url(), /^Error: The server does not support SSL connections$/],
    [
      "with a wrong password",
      FIND,
      () => postgres.url().replace(/:[^:@/]+@/, ":wrong@"),
      /28P01: password authentication failed for user "postgres"/,
    ],
    [
      "with a missing column",
      "select id, emial from users where email = $1",
      () => postgres.url(),
      /42703: column "emial" does not exist\n {2}at character 12 of the statement\n {2}hint: .*users\.email/,
    ],
    ["that does not listen", FIND, () => "postgres://a:b@localhost:1/x", /ECONNREFUSED.*:1$/s],
    ["without a database", FIND, () => `${postgres.url()}x`, /3D000: database "postgresx" does not exist/],
  ])("a server %s gives its full error", async (_, sql, url, text) => {
    project.find(sql);
    const found = await lookup("anna@example.com", url());
    expect(found).toMatchObject({ outcome: "unavailable", errors: [expect.stringMatching(text)] });
  });
});

describe("replay on PostgreSQL", () => {
  const german = "events/flows/1-legacy-user.de.json";
  /** A person with and one without a row, one who is barred, and a sign-in; test/installed plays all. */
  const flows = [
    german,
    "events/flows/3-unknown-user.enabled.json",
    "events/flows/5-barred.json",
    "events/flows/8-first-sign-in.json",
  ];
  const played = (paths: readonly string[], build = false) =>
    replay({ root: project.root, paths, build, variables: variables() });
  const failures = ({ flows }: Replay) =>
    flows.flatMap(({ file, steps }) =>
      steps.flatMap((step) => step.failures.map((each) => `${file}: ${each}`)),
    );

  test("plays flows on it by README's directory, and a flow again once its mark is undone", async () => {
    await postgres.admin.query(documented.view);
    project.write(documented.source);
    const done = await played(flows, true);
    expect(failures(done)).toEqual([]);
    expect(exitCodeOf(done)).toBe(0);
    const { rows } = await postgres.admin.query("select id from users where migrated_at is not null");
    expect(done.markedBy).toHaveLength(rows.length);
    expect(failures(await played([german]))).not.toEqual([]);
    await postgres.admin.query("update users set migrated_at = null");
    expect(failures(await played([german]))).toEqual([]);
    await postgres.admin.query("drop view customers");
  });

  test("prints the driver's error when the store cannot be reached", async () => {
    const { flows } = await replay({
      root: project.root,
      paths: ["events/flows/3-unknown-user.enabled.json"],
      build: false,
      variables: variables(withoutTls.url()),
    });
    const [ran] = flows.flatMap(({ steps }) => steps.flatMap((step) => step.ran));
    expect(ran?.invocation.errors).toEqual(["Error: The server does not support SSL connections"]);
    expect(JSON.stringify(ran?.invocation.log)).not.toContain("SSL");
  });

  test("prints the database's error about the statement that marks a row, which the log omits", async () => {
    await postgres.admin.query("alter table users rename column migrated_at to moved_at");
    project.find(FIND.replace(" and migrated_at is null", ""));
    const { flows } = await played([german], true);
    await postgres.admin.query("alter table users rename column moved_at to migrated_at");
    const marks = flows.flatMap(({ steps }) => steps.flatMap(({ ran }) => ran)).at(-1);
    expect(marks?.invocation.log).toMatchObject({
      outcome: "not-marked",
      fault: expect.stringMatching(/42703/),
    });
    expect(marks?.invocation.errors).toEqual([
      expect.stringMatching(
        /42703: column "migrated_at" does not exist\n {2}at character \d+ of the statement/,
      ),
    ]);
  });
});
