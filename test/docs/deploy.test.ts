import { readFileSync } from "node:fs";
import { join } from "node:path";
import { transform } from "esbuild";
import { describe, expect, test } from "vitest";
import { settingsOf } from "../../src/parameter/setting-findings.ts";
import { MEMORY_MB } from "../../src/tooling/aws/memory-mb.ts";
import { triggerNames } from "../../src/tooling/aws/pool-triggers.ts";
import { build } from "../../src/tooling/build/build.ts";
import { repository } from "../project.ts";
import { passing, temporaryProject } from "../tooling/temporary-project.ts";
import { fences } from "./fences.ts";

/** The pages of the tools, by a word of their names. */
const pages = ["cdk", "cloudformation", "sst", "terraform"].map((tool) => `deploy-${tool}.md`);

const read = (page: string) => readFileSync(join(repository, "docs", page), "utf8");

async function built() {
  const files = triggerNames.map((trigger) => [`triggers/${trigger}.ts`, passing]);
  const { manifest = {} } = await build({ root: temporaryProject(Object.fromEntries(files)) });
  return manifest;
}

describe("docs/deploy-*.md", () => {
  test.each(
    pages.flatMap((page) => fences(page, "typescript")),
  )("has TypeScript in block %#, if no more can be checked", async (code) => {
    await expect(transform(code, { loader: "ts", logLevel: "silent" })).resolves.toMatchObject({
      warnings: [],
    });
  });

  test.each([
    ["deploy-sst.md", "typescript"],
    ["deploy-cloudformation.md", "yaml"],
  ])("has zip, handler and runtime as they are built: %s", async (page, language) => {
    const manifest = await built();
    const [code = ""] = fences(page, language);
    const [zip = ""] = /[\w-]+\.zip/.exec(code) ?? [];
    const trigger = manifest[zip.replace(".zip", "")];
    expect(trigger?.zip).toBe(zip);
    expect(code).toMatch(new RegExp(`handler: "?${trigger?.handler}"?,?\\n`, "i"));
    expect(code).toMatch(new RegExp(`runtime: "?${trigger?.runtime}"?,?\\n`, "i"));
  });

  test("has memory and time of every function alike, with the reasons in one place", () => {
    const guide = pages.map(read).join("\n");
    const memory = [...guide.matchAll(/\bmemory_?size *[:=] (\d+)/gi)].map(([, size]) => size);
    expect(memory.filter((size) => size !== "3008")).toEqual(["1769", "1769", "1769"]);
    expect([...guide.matchAll(/\btimeout *[:=] (\d+)/gi)].map(([, seconds]) => seconds)).toEqual([
      "5",
      "5",
      "5",
    ]);
    expect(MEMORY_MB).toBe(1_769);
    const constants = readFileSync(join(repository, "src/tooling/cdk/function-settings.ts"), "utf8");
    expect(constants).toContain("TIMEOUT = Duration.seconds(5);");
  });

  test("reads of the manifest by Terraform what is in it", async () => {
    const [hcl = ""] = fences("deploy-terraform.md", "hcl");
    const read = new Set([...hcl.matchAll(/local\.manifest\[each\.key\]\.(\w+)/g)].map(([, key]) => key));
    expect([...read].sort()).toEqual(["handler", "runtime", "sha256", "zip"]);
    for (const each of Object.values(await built())) {
      expect(Object.keys(each)).toEqual(expect.arrayContaining([...read]));
    }
  });

  test("gives each of Terraform's functions settings that it reads", () => {
    const [hcl = ""] = fences("deploy-terraform.md", "hcl");
    const rows = [...hcl.matchAll(/^ {4}"([\w-]+)" *= \{(.*)\}$/gm)];
    expect(rows.map(([, trigger]) => trigger)).toEqual(triggerNames);
    for (const [, trigger, variables = ""] of rows) {
      const names = [...variables.matchAll(/([A-Z_]+) =/g)].map(([, name]) => name);
      expect(settingsOf(trigger)).toEqual(expect.arrayContaining(names));
      expect(names.includes("LEGACY_DATABASE")).toBe(settingsOf(trigger).includes("LEGACY_DATABASE"));
    }
  });
});
