import { parameter, type SignInForm } from "cognito-recovery";
import { sqliteQuery } from "cognito-recovery/sqlite";

/** How people sign in to the pool. */
export const signIn: SignInForm = "email";

/**
 * The store that people are migrated from. Its columns are named as Cognito's attributes. Who has moved is
 * not found again: an old password or mailbox is no way into the pool any more.
 */
export const legacyStatements = {
  query: sqliteQuery(parameter("LEGACY_DATABASE")),
  find: `
    select id, email, email_verified, phone_number, phone_number_verified, given_name, locale,
      password_hash, barred
    from users where lower(email) = lower($1) and moved_at is null`,
  moved: "update users set moved_at = current_timestamp where id = $1 and moved_at is null",
};
