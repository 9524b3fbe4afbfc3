import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../project.ts";
import { documents } from "./documents.ts";

mkdirSync(join(repository, ".tmp"), { recursive: true });
const folder = mkdtempSync(join(repository, ".tmp/snippets-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const snippets = documents.flatMap((name) =>
  [...readFileSync(join(repository, name), "utf8").matchAll(/```ts\n(.*?)```/gs)].map(([, code]) => ({
    name,
    code: code ?? "",
  })),
);

test("every TypeScript snippet of README and docs compiles", () => {
  expect(snippets.length).toBeGreaterThan(0);
  for (const [index, { name, code }] of snippets.entries()) {
    writeFileSync(join(folder, `${name.replaceAll(/\W/g, "-")}-${index}.ts`), code);
  }
  const config = { extends: "../../tsconfig.json", include: ["*.ts"], compilerOptions: { types: ["node"] } };
  writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
  const compiler = join(repository, "node_modules/.bin/tsc");
  expect(execFileSync(compiler, ["-p", folder], { encoding: "utf8", cwd: repository })).toBe("");
});
