-- The people whom only the legacy store knows, for replay and tests. It runs on SQLite and on PostgreSQL.
-- Noah is for flows that finish no recovery: they find the row whatever was played before on the same store.
-- Columns are named as Cognito's attributes. Everybody's password is Correct-Horse-9 (bcrypt, cost 10).

create table users (
  id integer primary key,
  email text unique,
  email_verified integer not null default 0,
  phone_number text unique,
  phone_number_verified integer not null default 0,
  given_name text,
  locale text,
  password_hash text,
  barred text,
  migrated_at text
);

insert into users (id, email, email_verified, given_name, locale, password_hash) values
  (1, 'anna@example.com', 1, 'Anna', 'de', '$2b$10$9UvWWsxYJ6E0p2QMC7uAperlg8ymYwfWH8EVQkFRJS0vHaF0e5VIO'),
  (2, 'emma@example.com', 1, 'Emma', 'en', '$2b$10$JYAhCQG1CUHb9m/kwvyqN.vQUZGsGt6kDyi2swVpFUG/vz77jvVg.'),
  (3, 'chloe@example.com', 1, 'Chloé', 'fr', '$2b$10$U80/QF5pxazP71wERT.4V.LHT20UpwotW958IKuOiDgP3sL9NNQja'),
  (4, 'haruka@example.com', 1, '陽香', 'ja', '$2b$10$6LdideP/NueJgWw8VX24GeGTFD.4ghqhVVybtOYxpnc.s6MyGT48C'),
  (5, 'layla@example.com', 1, 'ليلى', 'ar', '$2b$10$AkTcVkC2851/eaQEf27Zmu780iLYggQ2k5ujFgfTGf1YGT8juoBcq'),
  (6, 'unverified@example.com', 0, 'Uma', 'en', '$2b$10$w/OqbACBSv7WNBSBPsrGjewufjqDtfzGCKM.GGCuvanYx2atDpukS'),
  (10, 'noah@example.com', 1, 'Noah', 'de', '$2b$10$9UvWWsxYJ6E0p2QMC7uAperlg8ymYwfWH8EVQkFRJS0vHaF0e5VIO'),
  (8, 'hostile@example.com', 1, '<b>evil.example</b>', 'en', '$2b$10$ToCh.1eAdjeewAhLla/TPOjT/sogNSLX68.JOR9ExTSUZFqzYSdL6');

insert into users (id, email, email_verified, given_name, locale, barred, password_hash) values
  (7, 'barred@example.com', 1, 'Boris', 'en', 'locked', '$2b$10$MjaTlxDcUsEnXA6TK221cexzh3Cq84JFBdQESxwE0AzURvk7evKqu');

insert into users (id, phone_number, phone_number_verified, given_name, locale, password_hash) values
  (9, '+4915112345678', 1, 'Paul', 'de', '$2b$10$4TGG0BYxsnu7zgNYqyE4ZOzJOPG4IWXnMj7K0kkPBnxJ.425iUI/C');
