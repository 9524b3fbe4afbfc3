/** npm run docs: writes what of the docs is made of code. */
import { fileURLToPath } from "node:url";
import { writeInto } from "./made-part.ts";
import { settingsReference } from "./reference.ts";

writeInto(fileURLToPath(new URL("../../docs/operations.md", import.meta.url)), settingsReference());
