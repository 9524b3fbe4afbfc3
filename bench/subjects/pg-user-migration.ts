/** Our user migration on PostgreSQL, wired as the README has it. */
import { readFileSync } from "node:fs";
import { parameter, sqlDirectory, triggerHandler, userMigration } from "cognito-recovery";
import { postgresQuery } from "cognito-recovery/postgres";
import { clientMetadata } from "../../triggers/client-metadata.ts";
import { find } from "./find.ts";

const ca = readFileSync(process.env.BENCH_CA as string, "utf8");
const people = sqlDirectory({ query: postgresQuery(parameter("LEGACY_DATABASE"), { tls: { ca } }), find });

export const handler = triggerHandler(
  userMigration(people, { signIn: "email", whenUnavailable: parameter("WHEN_UNAVAILABLE") }),
  { metadata: clientMetadata },
);
