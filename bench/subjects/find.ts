/** The statement of both functions with PostgreSQL. */
export const find = `
  select id, email, email_verified, phone_number, phone_number_verified, given_name, locale, password_hash, barred
  from users where lower(email) = lower($1) and migrated_at is null`;
