import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { repository } from "../../project.ts";
import { sampleBundles } from "./sample-bundles.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-oldest-cdk-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const run = (command: string, cwd = folder) =>
  execFileSync("sh", ["-c", command], { cwd, encoding: "utf8", stdio: "pipe" });

const app = `
import { App, Stack } from "aws-cdk-lib";
import { UserPool } from "aws-cdk-lib/aws-cognito";
import { RecoveryTriggers } from "cognito-recovery/cdk";

const stack = new Stack(new App(), "Auth");
const userPool = new UserPool(stack, "Users", { signInAliases: { email: true } });
userPool.addClient("Web");
const environment = { LEGACY_DATABASE: "secret:recovery/legacy#url" };
const recovery = new RecoveryTriggers(stack, "Recovery", { userPool, bundles: "dist", environment });
const { Resources } = stack.node.root.synth().getStackByName("Auth").template;
const functions = Object.values(Resources).filter(({ Type }) => Type === "AWS::Lambda::Function");
const variables = functions.map(({ Properties }) => Properties.Environment.Variables);
console.log(JSON.stringify({ variables, annotations: recovery.node.metadata.map(({ type, data }) => type + " " + data) }));
`;

test("the construct works with the oldest aws-cdk-lib and constructs that the package takes", () => {
  const { peerDependencies } = JSON.parse(readFileSync(join(repository, "package.json"), "utf8"));
  const oldest = ["aws-cdk-lib", "constructs"].map((name) => `${name}@${peerDependencies[name].slice(1)}`);
  run(`npm pack --pack-destination ${folder}`, repository);
  const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
  writeFileSync(join(folder, "package.json"), '{ "private": true, "type": "module" }\n');
  run(`npm install --no-audit --no-fund --ignore-scripts ./${archive} ${oldest.join(" ")}`);
  cpSync(sampleBundles(), join(folder, "dist"), { recursive: true });
  writeFileSync(join(folder, "app.mjs"), app);
  const { variables, annotations } = JSON.parse(run("node app.mjs"));
  expect(variables.map((each: object) => ({ ...each, LEGACY_DATABASE: undefined }))).toEqual([
    { EMAIL_SENDING_ACCOUNT: "COGNITO_DEFAULT" },
    { SIGN_IN: "email" },
    { SIGN_IN: "email" },
    { SIGN_IN: "email" },
  ]);
  const rules = annotations.map((each: string) =>
    /^aws:cdk:(\w+).*cognito-recovery:([\w-]+)/.exec(each)?.slice(1).join(" "),
  );
  expect(rules).toEqual([
    "error sms-not-set-up",
    "warning invited-cannot-recover",
    "warning user-names-case-sensitive",
    "warning client-reveals-users",
    "warning client-cannot-migrate-sign-in",
    "warning client-writes-by-default",
    "info email-by-cognito",
  ]);
});
