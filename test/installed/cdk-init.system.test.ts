import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, expect, inject, test } from "vitest";
import { fences } from "../docs/fences.ts";
import { copy, install } from "./readme.ts";
import { shell } from "./shell.ts";

const { folder, must } = shell();
const inApp = (command: string) => must(`cd app && ${command}`);

/** Creates an app by `cdk init`, and runs the README's commands in it. */
beforeAll(() => {
  must("npm install --prefix tools aws-cdk@2.1148.1 && mkdir app");
  inApp("../tools/node_modules/.bin/cdk init app --language typescript");
  inApp(install.replace("cognito-recovery", inject("tarball")));
  inApp(copy);
});

test("the construct of docs/deploy-cdk.md comes through cdk synth, and the app's own build and tests pass", () => {
  const brands = join(folder, "app/templates/brands.json");
  const own = readFileSync(brands, "utf8").replaceAll("example.com", "acme.test");
  writeFileSync(brands, own.replaceAll('"Example"', '"Acme"'));
  const [snippet = ""] = fences("deploy-cdk.md", "ts");
  expect(snippet).toContain('from "cognito-recovery/cdk"');
  writeFileSync(join(folder, "app/bin/app.ts"), snippet);
  inApp("npx cognito-recovery build");
  inApp("npx cdk synth --quiet");
  const template = readFileSync(join(folder, "app/cdk.out/Auth.template.json"), "utf8");
  expect(JSON.stringify(JSON.parse(template))).toMatch(/"LambdaConfig":\{.*"UserMigration"/);
  inApp("npm run build && npm test");
});
