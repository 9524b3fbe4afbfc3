import { describe, expect, test } from "vitest";
import { SetupError } from "../../src/error/setup-error.ts";
import { faultRecord } from "../../src/log/fault-record.ts";

describe("faultRecord", () => {
  test("holds name, code and our own frames, and not the text", () => {
    const error = Object.assign(new RangeError("row (anna@example.com) is bad"), { code: "23505" });
    const record = faultRecord(error);
    expect(record).toMatchObject({ name: "RangeError", code: "23505" });
    expect(record.at?.[0]).toMatch(/ fault-record\.test\.ts:\d+:\d+$/);
    expect(JSON.stringify(record)).not.toContain("anna");
  });

  test("has the frames of an error whose class gives it a name", () => {
    expect(faultRecord(new SetupError("LEGACY_DATABASE is not set")).at?.[0]).toMatch(
      /fault-record\.test\.ts/,
    );
  });

  test("has the message of a mistake in the set-up, which is ours", () => {
    expect(faultRecord(new SetupError("LEGACY_DATABASE is not set"))).toMatchObject({
      name: "SetupError",
      message: "LEGACY_DATABASE is not set",
    });
  });

  test("follows causes three deep", () => {
    const chain = new Error("1", {
      cause: new Error("2", { cause: new Error("3", { cause: new Error("4") }) }),
    });
    const third = faultRecord(chain).cause?.cause;
    expect(third?.name).toBe("Error");
    expect(third?.cause).toBeUndefined();
  });

  test.each([
    ["a frame", "x\n    at secret (/work/secret.js:1:1)"],
    ["several lines", "one\ntwo secret\n    at secret"],
  ])("is not fooled by a message that looks like %s", (_, message) => {
    expect(JSON.stringify(faultRecord(new Error(message)))).not.toContain("secret");
  });

  test("shows no frames when the message was changed after the stack was taken", () => {
    const error = new Error("second");
    error.stack = "Error: first\n    at secret (/work/secret.js:1:1)";
    expect(faultRecord(error)).toEqual({ name: "Error" });
  });

  test.each([
    ["a text", "hunter2", { name: "string" }],
    ["undefined", undefined, { name: "undefined" }],
    [
      "an error whose name and code are not words",
      Object.assign(new Error(""), { name: "a b", code: "x y", stack: "" }),
      { name: "Error" },
    ],
  ])("of %s has no text", (_, thrown, expected) => {
    expect(faultRecord(thrown)).toEqual(expected);
  });
});
