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

const unfit = [
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
  ["email alone, and both", signIn(byEmail, "email-or-phone"), ...unfit],
  ["phone alone", signIn(byPhone, "phone")],
  ["phone alone, by default", signIn(byPhone), ...unfit],
  ["both", signIn(byEither, "email-or-phone")],
  ["both, by default", signIn(byEither), ...unfit],
  ["an alias", signIn(byAlias, "alias")],
  ["an alias, by default", signIn(byAlias), ...unfit],
  ["an alias, and user names", signIn(byAlias, "username"), ...unfit],
  ["a preferred user name", signIn(byPreferredName, "alias")],
  ["neither list", signIn({}, "username")],
  ["two empty lists", signIn(byName, "username")],
  ["neither list, by default", signIn({}), ...unfit],
  ["neither list, and an alias", signIn(byName, "alias"), ...unfit],
  [
    "a word that is none",
    signIn(byEmail, "mail"),
    unfit[0],
    "warning sign-in-does-not-fit",
    "warning sign-in-does-not-fit",
    "warning setting-wrong",
    "warning setting-wrong",
    "warning setting-wrong",
  ],
  ["an alias, and a store", signIn(byAlias, "ssm:/sign-in"), may, may, may],
  ["an alias, and functions of which nothing is known", unknown(byAlias), may, may, may],
  ["email, and functions of which nothing is known", unknown(byEmail)],
  ["email, and a store", signIn(byEmail, "ssm:/sign-in")],
];
