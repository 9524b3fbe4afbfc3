import * as esbuild from "esbuild";
import { expect, test } from "vitest";
import { repository } from "../project.ts";

const bundled = (code: string, minify: boolean) =>
  esbuild.build({
    stdin: { contents: code, loader: "ts", resolveDir: repository },
    absWorkingDir: repository,
    tsconfig: "tsconfig.json",
    bundle: true,
    minify,
    format: "esm",
    platform: "browser",
    write: false,
    metafile: true,
    logLevel: "silent",
  });

test("for browsers, the client is less than 4 KB, of its own modules and the triggers' limits alone", async () => {
  const { metafile, outputFiles } = await bundled(`export * from "cognito-recovery/client";`, true);
  const inputs = Object.keys(metafile.inputs).filter((file) => file !== "<stdin>");
  expect(inputs.filter((file) => !/^src\/client\/|^src\/trigger\/metadata\.ts$/.test(file))).toEqual([]);
  expect(inputs).toContain("src/client/over-fetch.ts");
  expect(outputFiles[0]?.contents.length).toBeLessThan(4096);
});
