import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { copy, install } from "./readme.ts";
import { shell } from "./shell.ts";

const { folder, run, must } = shell();

beforeAll(() => {
  must("npm init --yes");
  must(install.replace("cognito-recovery", inject("tarball")));
  must(copy);
});

/** Stricter options than those of `tsc --init`, and options for other targets. */
const options = [
  "",
  "--skipLibCheck false --types node --lib es2022 --target es2022",
  "--module esnext --moduleResolution bundler",
  "--module preserve --noUnusedLocals --noUnusedParameters --noImplicitReturns --noPropertyAccessFromIndexSignature",
  "--verbatimModuleSyntax false --isolatedModules false --moduleDetection auto",
];

/** Everything that the package offers to import, as a project of its own writes it. */
const theirs = `
import { parameter, sqlDirectory, triggerHandler, userMigration } from "cognito-recovery";
import { recoveryClient } from "cognito-recovery/client";
import manifest from "cognito-recovery/package.json" with { type: "json" };
import { postgresQuery } from "cognito-recovery/postgres";
import { sqliteQuery } from "cognito-recovery/sqlite";
import { clientMetadata } from "./triggers/client-metadata.js";

export const queries = [sqliteQuery("users.sqlite"), postgresQuery(parameter("LEGACY_DATABASE"))];
export const directory = sqlDirectory({ query: postgresQuery(parameter("LEGACY_DATABASE")), find: "select 1" });
export const handler = triggerHandler(
  userMigration(directory, { signIn: "email", whenUnavailable: "report" }),
);
export const client = recoveryClient({ fetch, region: "eu-central-1", clientId: "x", metadata: clientMetadata });
export const request = client.forgotPassword("anna@example.com", { metadata: { locale: "de" } });
export const version: string = manifest.version;
`;

describe.each(["5.9.3", "6.0.3", "7.0.2"])("a project of `tsc --init` by TypeScript %s", (version) => {
  beforeAll(() => {
    must(`npm install --save-dev typescript@${version} @types/node && rm -f tsconfig.json && npx tsc --init`);
    must("npx cognito-recovery compile");
    writeFileSync(join(folder, "theirs.mts"), theirs);
  });

  test.each(options)("compiles the copies and imports the package with tsc %s", (option) => {
    expect(run(`npx tsc --noEmit ${option}`)).toEqual({ status: 0, stdout: "", stderr: "" });
  });
});
