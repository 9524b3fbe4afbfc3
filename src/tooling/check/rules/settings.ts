import { BRANDS } from "../../templates/settings.ts";
import type { Rule } from "../rule.ts";

export const settings: Rule = {
  name: "settings",
  severity: "error",
  protects:
    "The settings (messages.json, brand.json, samples.json) must be readable, and each key in them one that something reads: a misspelt one would be passed over in silence.",
  mending: "Mend the file as the message says.",
  example: { file: BRANDS, from: '"supportUrl"', to: '"suportUrl"' },
  check: ({ unread }) => unread.filter(({ rule }) => rule === "settings"),
};
