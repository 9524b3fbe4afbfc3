import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../project.ts";

/** The statement of README's kind, on the table of events/legacy-users.sql. */
export const FIND = `select id, email, email_verified, phone_number, given_name, locale, password_hash, barred
  from users where lower(email) = lower($1) and migrated_at is null`;

/** The directory that README gives, and a view of events/legacy-users.sql that has its columns. */
export const documented = {
  source:
    /```ts\n([^`]*\/postgres";.*?)```/s.exec(readFileSync(join(repository, "README.md"), "utf8"))?.[1] ?? "",
  view: `create view customers as select *, given_name as name, 'gold' as tier, barred is not null as closed from users`,
};

/** A copy of this repository's project whose legacy store is PostgreSQL, in a folder that finds the packages. */
export function projectWithPostgres() {
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const root = mkdtempSync(join(repository, ".tmp/postgres-"));
  for (const folder of ["triggers", "templates", "events"])
    cpSync(join(repository, folder), join(root, folder), { recursive: true });
  const write = (source: string) => writeFileSync(join(root, "triggers/legacy-directory.ts"), source);
  const find = (sql: string) =>
    write(
      `import { parameter, sqlDirectory } from "cognito-recovery";
import { postgresQuery } from "cognito-recovery/postgres";

export const signIn = parameter("SIGN_IN");

export const directory = sqlDirectory({
  query: postgresQuery(parameter("LEGACY_DATABASE")),
  find: ${JSON.stringify(sql)},
  markMigrated: "update users set migrated_at = current_timestamp where id = $1 and migrated_at is null",
});
`,
    );
  find(FIND);
  return { root, write, find, close: () => rmSync(root, { recursive: true, force: true }) };
}
