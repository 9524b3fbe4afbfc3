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

/** The folder below `src/` or `src/tooling/` that holds a file. */
function folderOf(file: string): string {
  return dirname(file)
    .split("/")
    .slice(0, file.startsWith("src/tooling/") ? 3 : 2)
    .join("/");
}

/** The imports between folders that are part of a cycle, as `folder -> folder`. */
function cyclicImports(imports: readonly { file: string; to: string }[]): string[] {
  const folders = new Map<string, Set<string>>();
  for (const { file, to } of imports.filter(({ to }) => to.startsWith("src/"))) {
    const from = folderOf(file);
    folders.set(from, (folders.get(from) ?? new Set()).add(folderOf(to)));
  }
  const reached = (from: string, seen = new Set<string>()): Set<string> => {
    for (const to of folders.get(from) ?? []) if (!seen.has(to)) reached(to, seen.add(to));
    return seen;
  };
  return [...folders]
    .flatMap(([from, all]) => [...all].map((to) => [from, to] as const))
    .filter(([from, to]) => from !== to && reached(to).has(from))
    .map((edge) => edge.join(" -> "))
    .sort();
}

test("a cycle between folders is found", () => {
  const imports = [
    { file: "src/a/x.ts", to: "src/b/x.ts" },
    { file: "src/b/inner/x.ts", to: "src/c/x.ts" },
    { file: "src/c/x.ts", to: "src/a/y.ts" },
    { file: "src/a/x.ts", to: "src/d/x.ts" },
    { file: "src/tooling/e/x.ts", to: "src/tooling/e/y.ts" },
  ];
  expect(cyclicImports(imports)).toEqual(["src/a -> src/b", "src/b -> src/c", "src/c -> src/a"]);
});

test("no folder is in a cycle with another", () => {
  expect(cyclicImports(importsIn("src"))).toEqual([]);
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

/** The modules that a file loads, and so on; not what `without` loads. */
function reachedFrom(entry: string, without?: string): string[] {
  const all = importsIn("src").filter(({ isType }) => !isType);
  const reached = new Set<string>();
  const reach = (file: string): void => {
    if (reached.has(file) || file === without) return;
    reached.add(file);
    for (const { to } of all.filter((each) => each.file === file)) reach(to);
  };
  reach(entry);
  return [...reached];
}

test("the client runs in a user's app: of the triggers it has the limits of metadata alone, and no package", () => {
  const reached = reachedFrom("src/client/recovery-client.ts");
  const others = reached.filter((file) => !file.startsWith("src/client/"));
  expect(others).toEqual(["src/trigger/metadata.ts"]);
});

test("the construct runs in a user's CDK app: it imports CDK, Node, and nothing that builds", () => {
  // The clients of stores are loaded when a store is read, which no construct does.
  const reached = reachedFrom("src/tooling/cdk/recovery-triggers.ts", "src/parameter/stores.ts");
  const packages = reached.filter((to) => !to.startsWith("src/") && !to.startsWith("node:"));
  expect(packages.filter((to) => !/^(aws-cdk-lib\/[\w-]+|constructs)$/.test(to))).toEqual([]);
  // Whole, aws-cdk-lib takes seconds to load.
  expect(packages).not.toContain("aws-cdk-lib");
  expect(packages).toContain("aws-cdk-lib/aws-lambda");
});
