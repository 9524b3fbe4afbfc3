import { unzipSync } from "fflate";
import { expect, onTestFinished, test } from "vitest";
import { zipOf } from "../../../src/tooling/build/zip-of.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const files = new Map([
  ["index.js", bytes("exports.handler = 1")],
  ["locale-de.js", bytes("x".repeat(1_000))],
]);

test("a zip contains the files that went into it", () => {
  expect(unzipSync(zipOf(files))).toEqual(Object.fromEntries(files));
});

test("the order in which files come does not change a byte", () => {
  expect(zipOf(new Map([...files].reverse()))).toEqual(zipOf(files));
});

test.each([
  "UTC",
  "Asia/Tokyo",
  "America/St_Johns",
  "Africa/Monrovia",
])("in %s the bytes are the same", (zone) => {
  const before = zipOf(files);
  const { TZ } = process.env;
  onTestFinished(() => {
    if (TZ === undefined) delete process.env.TZ;
    else process.env.TZ = TZ;
  });
  process.env.TZ = zone;
  expect(zipOf(files)).toEqual(before);
});

test("a file in the zip is a plain one that all may read", () => {
  const zip = Buffer.from(zipOf(files));
  const entry = zip.indexOf("PK\x01\x02", 0, "latin1");
  expect(zip.readUInt32LE(entry + 38) >>> 16).toBe(0o100644);
});
