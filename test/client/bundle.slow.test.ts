import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const bundled = (code: string) =>
  esbuild.build({
    stdin: { contents: code, loader: "ts", resolveDir: repository },
    absWorkingDir: repository,
    tsconfig: "tsconfig.json",
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });

test("over fetch, the client is less than 4 kB for browsers, of its own modules and the triggers' limits alone", async () => {
  const code = `import { recoveryClient } from "cognito-recovery/client";
    export const client = (options) => recoveryClient({ fetch, ...options });`;
  const { metafile, outputFiles } = await bundled(code);
  expect(outputFiles[0]?.contents.length).toBeLessThan(4000);
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
