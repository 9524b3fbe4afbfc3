import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { onTestFinished } from "vitest";
import type { CompiledTemplates } from "../src/message/compiled-templates.ts";
import { compileTemplates } from "../src/tooling/build/compile-templates.ts";
import { hasErrors } from "../src/tooling/check/finding.ts";

/** This repository's folder. */
export const repository = fileURLToPath(new URL("..", import.meta.url));

/**
 * A project of its own with our templates and metadata schema, changed by `files`: a text replaces or adds
 * a file, `null` removes it. It lies in the repository, so that its triggers find our packages, and goes
 * with the test.
 */
export function project(files: Readonly<Record<string, string | null>> = {}): string {
  mkdirSync(join(repository, ".tmp"), { recursive: true });
  const root = mkdtempSync(join(repository, ".tmp/project-"));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  cpSync(join(repository, "templates"), join(root, "templates"), { recursive: true });
  cpSync(join(repository, "triggers/client-metadata.ts"), join(root, "triggers/client-metadata.ts"));
  change(root, files);
  return root;
}

function change(root: string, files: Readonly<Record<string, string | null>>): void {
  for (const [file, text] of Object.entries(files)) {
    if (text === null) rmSync(join(root, file), { recursive: true });
    else {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
  }
}

/** The same with one message alone, in English and German: it is compiled in a tenth of the time. */
export function smallProject(files: Readonly<Record<string, string | null>> = {}): string {
  const root = project();
  const isKept = (name: string) => /^(?:forgot-password\.html\.hbs|(?:en|de)\.json)$/.test(name);
  for (const folder of ["messages", "locales"].map((each) => join(root, "templates", each))) {
    for (const name of readdirSync(folder).filter((each) => !isKept(each))) rmSync(join(folder, name));
  }
  change(root, files);
  return root;
}

/** The compiled templates of a project, as a trigger imports them. */
export async function templatesOf(root: string): Promise<CompiledTemplates> {
  const { findings } = await compileTemplates({ root });
  if (hasErrors(findings)) throw new Error(JSON.stringify(findings, null, 2));
  const module: { default: CompiledTemplates } = await import(
    pathToFileURL(join(root, "generated/templates.js")).href
  );
  return module.default;
}
