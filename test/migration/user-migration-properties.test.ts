import fc from "fast-check";
import { expect, test } from "vitest";
import type { Outcome } from "../../src/directory/directory.ts";
import { isSamePerson } from "../../src/migration/is-same-person.ts";
import { userMigration } from "../../src/migration/user-migration.ts";
import { answering } from "../directory/sample.ts";
import { call } from "../trigger/sample.ts";
import { recovery, signIn } from "./sample.ts";

const email = fc.constantFrom("anna@example.com", "ANNA@example.com", "emma@example.com", "");
const phone = fc.constantFrom("+4915112345678", "+4915112345679", "");
const value = fc.oneof(fc.string(), fc.constantFrom(null, 3, true, "x".repeat(3_000), "true"));
const name = fc.oneof(
  fc.string(),
  fc.constantFrom(
    "sub",
    "cognito:groups",
    "email_verified",
    "phone_number_verified",
    "username",
    "__proto__",
  ),
);
const attributes = fc
  .tuple(fc.dictionary(name, value), fc.record({ email, phone_number: phone }, { requiredKeys: [] }))
  .map(([some, contacts]) => ({ ...some, ...contacts }));
const outcome = fc.oneof(
  fc.record({
    is: fc.constant("found"),
    user: fc.record(
      {
        id: fc.string(),
        username: fc.oneof(email, fc.constant("anna")),
        attributes,
        emailVerified: fc.boolean(),
        phoneVerified: fc.boolean(),
      },
      { requiredKeys: ["id", "attributes", "emailVerified", "phoneVerified"] },
    ),
  }),
  fc
    .constantFrom("unknown", "ambiguous", "barred", "unsupported", "mismatch", "unavailable")
    .map((is) => ({ is })),
);
const typed = fc.oneof(email, phone, fc.constant("anna"));
const form = fc.constantFrom("email", "phone", "email-or-phone", "username", "alias");

test("only a person who is found and verified is migrated, with attributes that Cognito accepts", async () => {
  let seen = 0;
  await fc.assert(
    fc.asyncProperty(outcome, typed, form, fc.boolean(), async (answered, userName, signInForm, recovers) => {
      const event = recovers ? recovery(userName) : signIn(userName);
      const migration = userMigration(answering(answered as Outcome), {
        signIn: signInForm,
        whenUnavailable: "conceal",
      });
      const answer = (await migration(event as never, call())) as
        | { userAttributes: Record<string, unknown>; finalUserStatus?: string }
        | undefined;
      if (answer === undefined) return;
      seen++;
      const { user } = answered as Extract<Outcome, { is: "found" }>;
      expect(answered.is).toBe("found");
      expect(isSamePerson(userName, user, signInForm)).toBe(true);
      const given = answer.userAttributes;
      expect(given.email_verified).toBe(user.emailVerified && given.email ? "true" : undefined);
      expect(given.phone_number_verified).toBe(user.phoneVerified && given.phone_number ? "true" : undefined);
      if (recovers) expect(given.email_verified ?? given.phone_number_verified).toBe("true");
      expect(answer.finalUserStatus).toBe(recovers ? undefined : "CONFIRMED");
      for (const [key, each] of Object.entries(given)) {
        expect(key).not.toMatch(/^(sub$|cognito:)/);
        expect(typeof each === "string" && each.length >= 1 && each.length <= 2_048).toBe(true);
      }
    }),
    { numRuns: 3_000 },
  );
  expect(seen).toBeGreaterThan(50);
});
