/** User migration on PostgreSQL, with a metadata schema of a locale only. */
import { readFileSync } from "node:fs";
import { parameter, sqlDirectory, triggerHandler, userMigration } from "cognito-recovery";
import { postgresQuery } from "cognito-recovery/postgres";
import * as v from "valibot";

const ca = readFileSync(process.env.CANARY_CA as string, "utf8");

export const handler = triggerHandler(
  userMigration(
    sqlDirectory({
      query: postgresQuery(parameter("LEGACY_DATABASE"), { tls: { ca } }),
      find: process.env.CANARY_FIND as string,
    }),
    { signIn: "email", whenUnavailable: "report" },
  ),
  { metadata: v.strictObject({ locale: v.optional(v.pipe(v.string(), v.maxLength(35))) }) },
);
