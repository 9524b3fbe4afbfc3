import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "./project.ts";

const json = (file: string) => JSON.parse(readFileSync(join(repository, file), "utf8"));
const { exports }: { exports: Record<string, string | { types: string; default: string }> } =
  json("package.json");
const { paths }: { paths: Record<string, [string]> } = json("tsconfig.json").compilerOptions;

/** An entry point is named in two places: in package.json for the published package, in tsconfig.json for a clone. */
test("each entry point is made of the source that its name resolves to in a clone", () => {
  const { "./package.json": manifest, ...modules } = exports;
  expect(manifest).toBe("./package.json");
  const published = Object.entries(paths).map(([name, [source]]) => [
    name.replace("cognito-recovery", "."),
    {
      types: source.replace("./src/", "./lib/").replace(/\.ts$/, ".d.ts"),
      default: source.replace("./src/", "./lib/").replace(/\.ts$/, ".js"),
    },
  ]);
  expect(modules).toEqual(Object.fromEntries(published));
});

test("what the tests import by the package's name is src/, not a stale lib/", async () => {
  expect(await import("cognito-recovery")).toBe(await import("../src/index.ts"));
});
