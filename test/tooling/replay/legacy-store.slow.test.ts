import { existsSync } from "node:fs";
import { expect, test } from "vitest";
import { noStore, SAMPLE, storeFor, storeVariables } from "../../../src/tooling/replay/legacy-store.ts";
import { temporaryProject } from "../temporary-project.ts";

const directory = 'export const directory = [parameter("PARTNERS_DATABASE"), "SIGN_IN"];';

test.each<[Record<string, string>, readonly string[]]>([
  [{}, []],
  [{ LEGACY_DATABASE: "x" }, ["LEGACY_DATABASE"]],
  [{ PARTNERS_DATABASE: "x", SHOP_NAME: "x", SIGN_IN: "email" }, ["PARTNERS_DATABASE"]],
])("of %j, a store is named by %j", async (variables, expected) => {
  const root = temporaryProject({ "triggers/legacy-directory.ts": directory });
  expect(await storeVariables(root, variables)).toEqual(expected);
});

const DOWN = noStore.LEGACY_DATABASE;
const temporary = expect.stringMatching(/legacy\.sqlite$/);
test.each<[string, string | undefined, readonly string[], object]>([
  ["a file fills a temporary store", SAMPLE, [], { LEGACY_DATABASE: temporary }],
  ["the sample fills it by default", undefined, [], { LEGACY_DATABASE: temporary }],
  ["a store named by LEGACY_DATABASE replaces both", SAMPLE, ["LEGACY_DATABASE"], {}],
  ["a second store leaves the temporary one", undefined, ["PARTNERS"], { LEGACY_DATABASE: temporary }],
  ["down applies to each of them", "down", ["PARTNERS"], { LEGACY_DATABASE: DOWN, PARTNERS: DOWN }],
])("%s", (_, legacy, given, environment) => {
  const root = temporaryProject({ [SAMPLE]: "create table users (id integer)" });
  const store = storeFor(root, legacy, given);
  expect(store.environment).toEqual(environment);
  store.close();
  const { LEGACY_DATABASE: file = "" } = store.environment;
  expect(existsSync(file)).toBe(false);
});

test("without a sample, the store is absent", () => {
  expect(storeFor(temporaryProject(), undefined, []).environment).toEqual({});
});
