/** npm run docs: writes what of the docs is made of code. */
import { fileURLToPath } from "node:url";
import { findingOfEmptyHelp } from "./finding-of-empty-help.ts";
import { writeInto } from "./made-part.ts";
import { settingsReference } from "./reference.ts";
import { ruleReference } from "./rule-reference.ts";
import { templateRuleReference } from "./template-rule-reference.ts";

const page = (name: string) => fileURLToPath(new URL(`../../docs/${name}.md`, import.meta.url));

writeInto(page("operations"), settingsReference());
writeInto(page("doctor"), ruleReference());
writeInto(page("rules"), templateRuleReference());
writeInto(page("authors"), findingOfEmptyHelp());
