import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";

/** The folder of the installed package that a module belongs to. */
const PACKAGE = /^(.*\bnode_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** The names that npm's documentation and GitHub use, with NOTICE of the Apache License, section 4 (d). */
const LICENSE_FILE = /^(?:licen[cs]es?|copying|copyright|notices?|third-?party\w*)(?:[-._].*)?$/i;
const CODE = /\.(?:[cm]?[jt]sx?|json|map|html)$/i;

/**
 * Returns the name and version of each package in a bundle with the text of its license files, or else the license
 * that its package.json names. `undefined` without packages. The same packages have the same text.
 *
 * @param modules the bundle's modules, as paths below `root`
 */
export function thirdPartyLicenses(root: string, modules: Iterable<string>): string | undefined {
  const folders = new Set([...modules].flatMap((module) => PACKAGE.exec(module)?.[1] ?? []));
  const sections = new Set([...folders].map((folder) => sectionOf(resolve(root, folder))));
  if (sections.size === 0) return undefined;
  const all = ["The code in this folder contains these packages.\n", ...[...sections].sort()];
  return all.join(`\n${"-".repeat(80)}\n\n`);
}

function sectionOf(folder: string): string {
  const { name, version, license } = manifestOf(folder);
  const texts = licenseFiles(folder).map((file) => readFileSync(join(folder, file), "utf8").trim());
  const heading = `${name} ${version}\nLicense: ${license}\n`;
  return [heading, ...texts.map((text) => `${text}\n`)].join("\n");
}

function manifestOf(folder: string): { name: string; version: string; license: string } {
  const file = join(folder, "package.json");
  const found = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {};
  const [, named = ""] = /node_modules[/\\]((?:@[^/\\]+[/\\])?[^/\\]+)$/.exec(folder) ?? [];
  const { name = named.replace("\\", "/"), version = "", license } = found;
  // Old packages have an object: https://docs.npmjs.com/cli/configuring-npm/package-json#license
  return { name, version, license: license?.type ?? license ?? "not stated in its package.json" };
}

function licenseFiles(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && LICENSE_FILE.test(entry.name) && !CODE.test(entry.name))
    .map(({ name }) => name)
    .sort();
}
