import { execFileSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { repository } from "../project.ts";
import { sampleBundles } from "../tooling/cdk/sample-bundles.ts";
import { ofType, type Resource } from "../tooling/cdk/synthesized.ts";
import { fences } from "./fences.ts";

const folder = mkdtempSync(join(tmpdir(), "cognito-recovery-amplify-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const [auth = "", backend = ""] = fences("deploy-cdk.md", "typescript").filter((code) =>
  code.includes('"@aws-amplify/backend"'),
);

/** Starts a backend as `ampx` does: with the identifier in CDK's context, and a message when all is created. */
const start = `import "./amplify/backend.js";
process.emit("message", "amplifySynth", undefined);
`;

const run = (command: string, options: { cwd?: string; env?: Record<string, string> } = {}) =>
  execFileSync("sh", ["-c", command], {
    cwd: options.cwd ?? folder,
    env: { ...process.env, ...options.env },
    encoding: "utf8",
    stdio: "pipe",
  });

/** The page's two files in a project with Amplify's own packages, and ours as npm would publish it. */
describe("Amplify's snippet", () => {
  let resources: Readonly<Record<string, Resource>>;
  let annotations: readonly string[];

  test("is synthesized with Amplify's own packages", () => {
    run(`npm pack --pack-destination ${folder}`, { cwd: repository });
    const archive = readdirSync(folder).find((name) => name.endsWith(".tgz"));
    const settings = {
      module: "nodenext",
      target: "es2022",
      strict: true,
      skipLibCheck: true,
      types: ["node"],
    };
    mkdirSync(join(folder, "amplify/auth"), { recursive: true });
    for (const [name, text] of Object.entries({
      "package.json": '{ "private": true, "type": "module" }\n',
      // Amplify's own, with which imports need no extension.
      "amplify/tsconfig.json": JSON.stringify({
        compilerOptions: { ...settings, module: "es2022", moduleResolution: "bundler", noEmit: true },
      }),
      "amplify/auth/resource.ts": auth,
      "amplify/backend.ts": backend,
      "start.mjs": start,
    })) {
      writeFileSync(join(folder, name), text);
    }
    run(
      `npm install --no-audit --no-fund --ignore-scripts ./${archive} @aws-amplify/backend aws-cdk-lib constructs typescript@5 tsx @types/node`,
    );
    cpSync(sampleBundles(), join(folder, "dist"), { recursive: true });
    const context = {
      "amplify-backend-namespace": "shop",
      "amplify-backend-name": "main",
      "amplify-backend-type": "sandbox",
    };
    const CDK_OUTDIR = join(folder, "cdk.out");
    run("npx tsx start.mjs", { env: { CDK_OUTDIR, CDK_CONTEXT_JSON: JSON.stringify(context) } });
    const json = (name: string) => JSON.parse(readFileSync(join(CDK_OUTDIR, name), "utf8"));
    const names = readdirSync(CDK_OUTDIR);
    resources = Object.assign(
      {},
      ...names.filter((name) => name.endsWith(".template.json")).map((name) => json(name).Resources),
    );
    annotations = names
      .filter((name) => name.endsWith(".metadata.json"))
      .flatMap((name) => Object.values<readonly { type: string; data: unknown }[]>(json(name)).flat())
      .flatMap(({ type, data }) => (/^aws:cdk:(?:error|warning)$/.test(type) ? [`${type} ${data}`] : []));
  }, 600_000);

  test("is TypeScript by Amplify's own types", () => {
    expect(run("npx tsc -p amplify")).toBe("");
  });

  test("makes a pool that sends through SES and recovers by email, with our triggers", () => {
    const [pool, ...others] = ofType(resources, "AWS::Cognito::UserPool");
    expect(others).toEqual([]);
    expect(pool?.Properties).toMatchObject({
      UsernameAttributes: ["email"],
      EmailConfiguration: { EmailSendingAccount: "DEVELOPER" },
      AccountRecoverySetting: { RecoveryMechanisms: [{ Name: "verified_email", Priority: 1 }] },
    });
    expect(Object.keys(pool?.Properties.LambdaConfig).sort()).toEqual([
      "CustomMessage",
      "PostConfirmation",
      "PreSignUp",
      "UserMigration",
    ]);
    const [client] = ofType(resources, "AWS::Cognito::UserPoolClient");
    expect(client?.Properties.WriteAttributes).toEqual(["email", "given_name", "locale"]);
  });

  test("makes functions that know the pool", () => {
    const variables = ofType(resources, "AWS::Lambda::Function").flatMap(({ Properties }) =>
      String(Properties.Description).startsWith("cognito-recovery: ")
        ? [Properties.Environment.Variables]
        : [],
    );
    expect(variables).toHaveLength(4);
    expect(variables.filter((each) => each.SIGN_IN === "email")).toHaveLength(3);
    expect(variables.filter((each) => each.EMAIL_SENDING_ACCOUNT === "DEVELOPER")).toHaveLength(1);
  });

  test("has no error by doctor's rules, and the warning that the page names", () => {
    const rules = annotations.map((each) =>
      /^aws:cdk:(\w+) .*cognito-recovery:([\w-]+)/.exec(each)?.slice(1).join(" "),
    );
    expect(rules.filter((rule) => rule !== undefined)).toEqual(["warning client-cannot-migrate-sign-in"]);
    expect(annotations.filter((each) => each.startsWith("aws:cdk:error"))).toEqual([]);
  });
});
