import type { Pool } from "../../../../src/tooling/doctor/facts.ts";
import { factsOf, soundPool } from "../sample.ts";
import { type Row, variables } from "./change.ts";

type Lists = Pick<Pool, "UsernameAttributes" | "AliasAttributes">;

/** A sound pool with these lists, whose functions have this SIGN_IN; none when left out. */
const signIn = (lists: Lists, form?: string) =>
  factsOf({ ...soundPool, UsernameAttributes: undefined, ...lists }, (sound) => ({
    ...sound,
    ...variables(form === undefined ? {} : { SIGN_IN: form }),
  }));

const mismatch = [
  "error sign-in-does-not-fit",
  "warning sign-in-does-not-fit",
  "warning sign-in-does-not-fit",
] as const;
const byEmail: Lists = { UsernameAttributes: ["email"] };
const byPhone: Lists = { UsernameAttributes: ["phone_number"] };
const byEither: Lists = { UsernameAttributes: ["phone_number", "email"] };
const byAlias: Lists = { AliasAttributes: ["email"] };
const byPreferredName: Lists = { UsernameAttributes: [], AliasAttributes: ["preferred_username"] };
const byName: Lists = { UsernameAttributes: [], AliasAttributes: [] };
const unknown = (lists: Lists) => ({ ...signIn(lists), functions: new Map() });
const may = "warning sign-in-may-not-fit";

export const signInRows: readonly Row[] = [
  ["email alone, by default", signIn(byEmail)],
  ["email alone, and email", signIn(byEmail, "email")],
  ["email alone, and an empty variable", signIn(byEmail, "")],
  ["email alone, and both", signIn(byEmail, "email-or-phone"), ...mismatch],
  ["phone alone", signIn(byPhone, "phone")],
  ["phone alone, by default", signIn(byPhone), ...mismatch],
  ["both", signIn(byEither, "email-or-phone")],
  ["both, by default", signIn(byEither), ...mismatch],
  ["an alias", signIn(byAlias, "alias")],
  ["an alias, by default", signIn(byAlias), ...mismatch],
  ["an alias, and user names", signIn(byAlias, "username"), ...mismatch],
  ["a preferred user name", signIn(byPreferredName, "alias")],
  ["neither list", signIn({}, "username")],
  ["two empty lists", signIn(byName, "username")],
  ["neither list, by default", signIn({}), ...mismatch],
  ["neither list, and an alias", signIn(byName, "alias"), ...mismatch],
  [
    "an invalid word",
    signIn(byEmail, "mail"),
    mismatch[0],
    "warning sign-in-does-not-fit",
    "warning sign-in-does-not-fit",
    "warning setting-invalid",
    "warning setting-invalid",
    "warning setting-invalid",
  ],
  ["an alias, and a store", signIn(byAlias, "ssm:/sign-in"), may, may, may],
  ["an alias, and unknown functions", unknown(byAlias), may, may, may],
  ["email, and unknown functions", unknown(byEmail)],
  ["email, and a store", signIn(byEmail, "ssm:/sign-in")],
];
