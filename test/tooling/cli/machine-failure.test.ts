import { mkdtempSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { machineFailure } from "../../../src/tooling/cli/machine-failure.ts";

const errorOf = (code: string, syscall: string) =>
  Object.assign(new Error(`${code}: no, ${syscall} '/x'`), { code, syscall, path: "/x" });

function thrownBy(call: () => unknown): unknown {
  try {
    return call();
  } catch (thrown) {
    return thrown;
  }
}

test.each([
  [
    "a file without permission to read it",
    errorOf("EACCES", "open"),
    /EACCES.* '\/x'.*Check the permissions/,
  ],
  ["a full disk", errorOf("ENOSPC", "write"), /disk is not full/],
  ["a folder for temporary files that does not exist", thrownBy(() => mkdtempSync("/nowhere/x-")), /TMPDIR/],
])("%s is the machine's", (_, thrown, text) => {
  expect(machineFailure(thrown)).toMatch(text);
});

test.each([
  ["a file that does not exist", thrownBy(() => readFileSync("/nowhere/x"))],
  ["a mistake of ours", new TypeError("x is undefined")],
  ["no error", "EACCES"],
])("%s is not", (_, thrown) => {
  expect(machineFailure(thrown)).toBeUndefined();
});
