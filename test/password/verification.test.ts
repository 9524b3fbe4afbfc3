import { describe, expect, test } from "vitest";
import { dummyVerification, verification } from "../../src/password/verification.ts";
import { verifiers } from "../../src/password/verifier.ts";

const LONG =
  "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789chars after 72 are ignored";
const LONG_HASH = "$2a$05$abcdefghijklmnopqrstuu5s2v8.iXieOjg/.AySBTTZIIVFJeBui";
const SALTED = "CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW";

describe("verification", () => {
  // The first five are the test vectors of Openwall's crypt_blowfish, where bcrypt's formats come from.
  test.each([
    ["U*U", `$2a$05$${SALTED}`, "match"],
    ["U*U", `$2b$05$${SALTED}`, "match"],
    ["U*U", `$2y$05$${SALTED}`, "match"],
    ["U*U*", "$2a$05$CCCCCCCCCCCCCCCCCCCCC.VGOzA784oUp/Z0DY336zx7pLYAy0lwK", "match"],
    [LONG, LONG_HASH, "match"],
    [LONG.slice(0, 72), LONG_HASH, "match"],
    [LONG.slice(0, 71), LONG_HASH, "mismatch"],
    ["u*U", `$2b$05$${SALTED}`, "mismatch"],
    ["", `$2b$05$${SALTED}`, "mismatch"],
    ["é".repeat(60), `$2b$05$${SALTED}`, "mismatch"],
    ["Correct-Horse-9", "$2b$10$9UvWWsxYJ6E0p2QMC7uAperlg8ymYwfWH8EVQkFRJS0vHaF0e5VIO", "match"],
    ["correct-horse-9", "$2b$10$9UvWWsxYJ6E0p2QMC7uAperlg8ymYwfWH8EVQkFRJS0vHaF0e5VIO", "mismatch"],
  ])("%j against %s is a %s", async (password, hash, is) => {
    expect(await verification(password, hash)).toEqual({ is });
  });

  test.each([
    ["no hash", undefined, "format"],
    ["an empty one", "", "format"],
    ["a plain password", "U*U", "format"],
    ["the broken variant of bcrypt", `$2x$05$${SALTED}`, "format"],
    ["a cost that bcrypt does not have", `$2b$32$${SALTED}`, "format"],
    ["a cost too low to be one", `$2b$03$${SALTED}`, "format"],
    ["a cut hash", `$2b$05$${SALTED.slice(1)}`, "format"],
    ["another format", "$argon2id$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA", "format"],
    ["a cost that takes too long", `$2b$14$${SALTED}`, "cost"],
    ["the highest cost", `$2b$31$${SALTED}`, "cost"],
  ])("%s is unsupported, and never computed", async (_, hash, why) => {
    const started = performance.now();
    expect(await verification("U*U", hash)).toEqual({ is: "unsupported", why });
    expect(performance.now() - started).toBeLessThan(200);
  });

  test("dummyVerification takes the time of a verification", async () => {
    const started = performance.now();
    await dummyVerification("U*U");
    expect(performance.now() - started).toBeGreaterThan(10);
  });

  test("every format accepts its usual costs", () => {
    expect(verifiers.map(({ maxCost }) => maxCost >= 12)).not.toContain(false);
  });
});
