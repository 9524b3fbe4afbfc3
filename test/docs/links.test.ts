import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { repository } from "../project.ts";
import { documents } from "./documents.ts";

const read = (path: string) => readFileSync(join(repository, path), "utf8");
const prose = (path: string) => read(path).replace(/^```.*?^```$/gms, "");
const headings = (path: string) => [...prose(path).matchAll(/^#+ (.*)$/gm)].map(([, text = ""]) => text);

/** The anchor that GitHub gives to a heading. */
const anchor = (heading: string) =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]/gu, "")
    .replaceAll(" ", "-");

test.each(documents)("every link of %s leads to a file and a heading", (document) => {
  const broken = [...prose(document).matchAll(/\]\((?!https?:)([^)#\s]*)(?:#([^)\s]*))?\)/g)]
    .filter(([, path = "", id]) => {
      const target = path === "" ? document : join(dirname(document), path);
      if (!existsSync(join(repository, target))) return true;
      return id !== undefined && !headings(target).map(anchor).includes(id);
    })
    .map(([link]) => link);
  expect(broken).toEqual([]);
});

test("every page and heading of docs/ that src/ names exists", () => {
  const files = readdirSync(join(repository, "src"), { recursive: true, encoding: "utf8" });
  const named = files
    .filter((file) => /\.tsx?$/.test(file))
    .flatMap((file) => [...read(join("src", file)).matchAll(/(docs\/[\w-]+\.md)(?:, ([A-Z][\w -]*\w))?/g)]);
  expect(named.length).toBeGreaterThan(10);
  const broken = named
    .filter(([, page = "", heading]) => {
      if (!documents.includes(page)) return true;
      return heading !== undefined && !headings(page).includes(heading);
    })
    .map(([text]) => text);
  expect(broken).toEqual([]);
});

test.each(
  documents.filter((page) => !["docs/rules.md"].includes(page)),
)("%s has fewer than 300 lines", (page) => {
  expect(read(page).split("\n").length).toBeLessThan(300);
});
