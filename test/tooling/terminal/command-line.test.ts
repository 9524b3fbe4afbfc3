import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { commandLine, withCommandLines } from "../../../src/tooling/terminal/command-line.ts";
import { repository } from "../../project.ts";

test.each([
  ["build", "npm run build", "npx cognito-recovery build"],
  [
    "replay --no-build",
    "npm run --silent cognito-recovery -- replay --no-build",
    "npx cognito-recovery replay --no-build",
  ],
  ["check", "npm run check:templates", "npx cognito-recovery check"],
  ["doctor", "npm run --silent cognito-recovery -- doctor", "npx cognito-recovery doctor"],
])("%s is typed as `%s` in a clone and as `%s` where it is installed", (command, inClone, installed) => {
  expect(commandLine(command, true)).toBe(inClone);
  expect(commandLine(command, false)).toBe(installed);
});

test("every script named to a clone exists", () => {
  const { scripts } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const commands = ["attach", "build", "check", "compile", "doctor", "new", "preview", "replay", "synth"];
  for (const command of commands) {
    const [, script] = /^npm run (?:--silent )?([\w:-]+)/.exec(commandLine(command, true)) ?? [];
    expect(scripts).toHaveProperty(script ?? "");
  }
});

test("this repository is a clone", () => expect(commandLine("build")).toBe("npm run build"));

test("commands in a text are replaced, also after variables, but not paths", () => {
  expect(
    withCommandLines(
      "cognito-recovery build\nKEY=ssm:/x cognito-recovery correlate anna\ndetach --record .cognito-recovery/x",
      false,
    ),
  ).toBe(
    "npx cognito-recovery build\nKEY=ssm:/x npx cognito-recovery correlate anna\ndetach --record .cognito-recovery/x",
  );
});

/** The decision itself, and the heading of a generated file, which is not for one reader. */
const own = new Set(["terminal/command-line.ts", "templates/index-module.ts"]);

test("no message names a command in another way", () => {
  const tooling = join(repository, "src/tooling");
  const named = readdirSync(tooling, { recursive: true, encoding: "utf8" })
    .filter((file) => /\.tsx?$/.test(file) && !own.has(file))
    .flatMap((file) =>
      readFileSync(join(tooling, file), "utf8")
        .split("\n")
        .filter((line) => !/^\s*(?:\/\*\*|\*|\/\/)/.test(line))
        .filter((line) => /npm run |npx cognito|\\`cognito-recovery |["'].*`cognito-recovery /.test(line))
        .map((line) => `${file}: ${line.trim()}`),
    );
  expect(named).toEqual([]);
});
