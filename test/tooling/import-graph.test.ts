import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** Every import of every file in a folder, types and import() included. */
function importsIn(folder: string): { file: string; to: string; isType: boolean }[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => join(folder, name))
    .flatMap((file) => {
      const text = readFileSync(join(root, file), "utf8");
      const found = text.matchAll(
        /(?:^(?:import|export)( type)?\b[^";]*\bfrom|^import|\bimport\()\s*"([^"]+)"/gm,
      );
      return [...found].map(([, type, to = ""]) => ({
        file,
        isType: type !== undefined,
        to: to.startsWith(".") ? normalize(join(dirname(file), to)) : to,
      }));
    });
}

test("the imports are found at all", () => {
  expect(importsIn("src")).toContainEqual({
    file: "src/index.ts",
    to: "src/trigger/trigger-handler.ts",
    isType: false,
  });
});

test("nothing outside src/tooling imports it", () => {
  const wrong = importsIn("src").filter(
    ({ file, to }) => to.startsWith("src/tooling/") && !file.startsWith("src/tooling/"),
  );
  expect(wrong).toEqual([]);
});

test("templates/ is read and compiled by itself: what checks, shows and builds it comes after", () => {
  const others = importsIn("src/tooling/templates").filter(
    ({ to }) => to.startsWith("src/tooling/") && !/^src\/tooling\/(?:templates|packages)\//.test(to),
  );
  expect(others).toEqual([]);
});

test("triggers import the package, their siblings as every TypeScript set-up resolves them, compiled templates and valibot alone", () => {
  const wrong = importsIn("triggers").filter(
    ({ to }) => !/^(cognito-recovery(\/\w+)?|valibot|triggers\/[\w-]+\.js|generated\/\w+\.js)$/.test(to),
  );
  expect(wrong).toEqual([]);
});

test("the construct runs in somebody's CDK app: it imports CDK, Node, and nothing that builds", () => {
  const all = importsIn("src").filter(({ isType }) => !isType);
  const reached = new Set<string>();
  const reach = (file: string): void => {
    // The clients of stores are loaded when a store is asked, which no construct does.
    if (reached.has(file) || file === "src/parameter/stores.ts") return;
    reached.add(file);
    for (const { to } of all.filter((each) => each.file === file)) reach(to);
  };
  reach("src/tooling/cdk/recovery-triggers.ts");
  const packages = [...reached].filter((to) => !to.startsWith("src/") && !to.startsWith("node:"));
  expect(packages.filter((to) => !/^(aws-cdk-lib\/[\w-]+|constructs)$/.test(to))).toEqual([]);
  // Whole, aws-cdk-lib takes seconds to load.
  expect(packages).not.toContain("aws-cdk-lib");
  expect(packages).toContain("aws-cdk-lib/aws-lambda");
});
