import { readdirSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../project.ts";

const pages = readdirSync(join(repository, "docs")).filter((name) => name.endsWith(".md"));

/** The README and the pages of docs/, by their paths. */
export const documents: readonly string[] = ["README.md", ...pages.map((name) => `docs/${name}`)];
