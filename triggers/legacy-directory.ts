import { parameter, sqlDirectory } from "cognito-recovery";
import { sqliteQuery } from "cognito-recovery/sqlite";

/** The pool's form of sign-in. */
export const signIn = parameter("SIGN_IN");

/**
 * The store that people are migrated from, with columns named as Cognito's attributes. It does not find people who
 * have migrated, so that an old password or mailbox gives no access to the pool.
 */
export const directory = sqlDirectory({
  query: sqliteQuery(parameter("LEGACY_DATABASE")),
  find: `
    select id, email, email_verified, phone_number, phone_number_verified, given_name, locale,
      password_hash, barred
    from users where (lower(email) = lower($1) or phone_number = $1) and migrated_at is null`,
  markMigrated: "update users set migrated_at = current_timestamp where id = $1 and migrated_at is null",
});
