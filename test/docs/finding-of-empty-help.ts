import { check } from "../../src/tooling/check/check.ts";
import { countsText, findingsText } from "../../src/tooling/check/report/findings-text.ts";
import { inkFor } from "../../src/tooling/terminal/ink.ts";
import { changed, edited } from "../tooling/check/shipped.ts";

/** Returns the output of `check` for the mistake that docs/authors.md lets people make. */
export function findingOfEmptyHelp(): string {
  const { findings } = check(
    changed(edited("templates/locales/en.json", '"help": "Do you need help?"', '"help": ""')),
  );
  const plain = inkFor({ isTTY: false }, {});
  return `\`\`\`text\n${findingsText(findings, plain)}\n\n${countsText(findings, plain)}\n\`\`\``;
}
