import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { settings } from "../../src/parameter/settings.ts";
import { signInForm } from "../../src/tooling/aws/sign-in-form.ts";
import { repository } from "../project.ts";

const readme = readFileSync(join(repository, "README.md"), "utf8");
const [, table = ""] = /^\| `UsernameAttributes`.*\n.*\n((?:\|.*\n)+)/m.exec(readme) ?? [];
const rows = table
  .trim()
  .split("\n")
  .map((row) =>
    row.split("|").map((cell) => [...cell.matchAll(/`([^`]+)`|any/g)].map(([all, code]) => code ?? all)),
  );

test("README's table of SIGN_IN is what doctor and the construct take a pool for", () => {
  const forms = rows.map(([, userNames = [], aliases = []]) =>
    signInForm({ UsernameAttributes: userNames, AliasAttributes: aliases }),
  );
  expect(rows.map(([, , , , signIn = []]) => signIn[0])).toEqual(forms);
  expect(forms.toSorted()).toEqual(settings.SIGN_IN.kind.words.toSorted());
});
