import type { Ink } from "../terminal/ink.ts";
import { printable } from "../terminal/printable.ts";
import type { LookUp } from "./look-up.ts";

/** The meaning of each outcome. */
const meanings: Readonly<Record<LookUp["outcome"], string>> = {
  found: "the store has this person",
  unknown: "the store has no row for this name",
  ambiguous: "the store has several rows for this name: the statement `find` must return one",
  barred: "the store bars this person",
  unsupported: "the store has a row that cannot be used",
  unavailable: "the store could not answer",
};

/** The result of user migration in a recovery, where it migrates nobody. */
const recoveries: Readonly<Record<string, string>> = {
  unverified: "nobody is migrated: the typed name is not a verified contact of the row",
  ambiguous: "nobody is migrated: the row does not match the typed name exactly, in this form of sign-in",
  "no-username":
    "nobody is migrated: the row has no `username` that the pool accepts in this form of sign-in",
};

/** Returns a look-up as text. */
export function lookUpText(userName: string, found: LookUp, ink: Ink): string {
  const { outcome, why, milliseconds, user, recovery, signIn, warnings, errors } = found;
  const because = why === undefined ? "" : ` (${why})`;
  const line = (heading: string, text: string) => `  ${ink("quiet", heading.padEnd(11))} ${printable(text)}`;
  return [
    `${printable(userName)}  ${ink(outcome === "found" ? "good" : "bad", outcome)}${printable(because)}  ${ink("quiet", `${milliseconds} ms`)}`,
    `  ${meanings[outcome]}`,
    ...(user ? Object.entries(rowOf(user)).map(([name, value]) => line(name, value)) : []),
    ...(recovery ? [line("a recovery", `${recoveryText(recovery)} (SIGN_IN ${signIn})`)] : []),
    ...warnings.map((warning) => line("warning", warning)),
    ...errors.flatMap((error) =>
      error.split("\n").map((text, index) => line(index === 0 ? "error" : "", text)),
    ),
  ].join("\n");
}

function rowOf({
  username,
  attributes,
  emailVerified,
  phoneVerified,
}: NonNullable<LookUp["user"]>): Record<string, string> {
  const verified = { email: emailVerified, phone_number: phoneVerified } as Record<string, boolean>;
  const shown = Object.entries(attributes).map(([name, value]) => {
    const flag = verified[name];
    return [name, flag === undefined ? value : `${value}  ${flag ? "verified" : "not verified"}`];
  });
  return { ...(username !== undefined && { username }), ...Object.fromEntries(shown) };
}

function recoveryText({ outcome, attributes }: NonNullable<LookUp["recovery"]>): string {
  if (outcome === "migrated") return `migrates this person with ${attributes.join(", ")}`;
  return recoveries[outcome] ?? outcome;
}
