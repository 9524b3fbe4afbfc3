import { runInNewContext } from "node:vm";
import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const bundled = (code: string, format: "esm" | "iife" = "esm") =>
  esbuild.build({
    stdin: { contents: code, loader: "ts", resolveDir: repository },
    absWorkingDir: repository,
    tsconfig: "tsconfig.json",
    bundle: true,
    minify: true,
    format,
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });

test("over fetch, the client is less than 4 KB for browsers, of its own modules and the triggers' limits alone", async () => {
  const code = `import { recoveryClient } from "cognito-recovery/client";
    export const client = (options) => recoveryClient({ fetch, ...options });`;
  const { metafile, outputFiles } = await bundled(code);
  expect(outputFiles[0]?.contents.length).toBeLessThan(4096);
  const [output] = Object.values(metafile.outputs);
  const inputs = Object.entries(output?.inputs ?? {}).filter(([, { bytesInOutput }]) => bytesInOutput > 0);
  const others = inputs.map(([file]) => file).filter((file) => !file.startsWith("src/client/"));
  expect(others.sort()).toEqual(["<stdin>", "src/trigger/metadata.ts"]);
});

test("all of it is for browsers, of no package", async () => {
  const { metafile } = await bundled(`export * from "cognito-recovery/client";`);
  const inputs = Object.keys(metafile.inputs).filter((file) => !file.startsWith("src/client/"));
  expect(inputs.sort()).toEqual(["<stdin>", "src/trigger/metadata.ts"]);
});

test("over fetch, it needs nothing of browsers or Node.js but fetch and setTimeout", async () => {
  const code = `import { recoveryClient, sentenceFor } from "cognito-recovery/client";
    import { clientMetadata } from "./triggers/client-metadata.ts";
    const client = recoveryClient({ fetch, region: "eu-central-1", clientId: "client", metadata: clientMetadata });
    result = client.forgotPassword("anna@example.com", { metadata: { locale: "de" } }).then(sentenceFor);`;
  const bodies: string[] = [];
  const busy = { ok: false, json: async () => ({ __type: "TooManyRequestsException" }) };
  const fetch = async (_: string, { body }: { body: string }) => {
    bodies.push(body);
    return bodies.length < 2 ? busy : { ok: true, json: async () => ({}) };
  };
  const context = { fetch, setTimeout, result: undefined };
  runInNewContext((await bundled(code, "iife")).outputFiles[0]?.text ?? "", context);
  expect(await context.result).toMatch(/^If there is such an account/);
  expect(bodies.map((body) => JSON.parse(body).ClientMetadata)).toEqual([{ locale: "de" }, { locale: "de" }]);
});
