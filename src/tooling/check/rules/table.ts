import type { Rule } from "../rule.ts";
import { contrastRules } from "./contrast.ts";
import { fileRules } from "./files.ts";
import { hostRules } from "./hosts.ts";
import { htmlRules } from "./html.ts";
import { languageRules } from "./language.ts";
import { mailClientRules } from "./mail-clients.ts";
import { stringRules } from "./strings.ts";

/** Rules about the sources themselves: they look at all that is there. Headings are those of docs/rules.md. */
const sourceGroups: Readonly<Record<string, readonly Rule[]>> = {
  Files: fileRules,
};

/** Rules about what is written: they look at those messages alone in whose files the others found no error. */
const messageGroups: Readonly<Record<string, readonly Rule[]>> = {
  Strings: stringRules,
  HTML: [...htmlRules, ...languageRules, ...hostRules, ...contrastRules],
  "Mail clients": mailClientRules,
};

export const ruleGroups = { ...sourceGroups, ...messageGroups };
export const sourceRules: readonly Rule[] = Object.values(sourceGroups).flat();
export const messageRules: readonly Rule[] = Object.values(messageGroups).flat();
export const rules: readonly Rule[] = [...sourceRules, ...messageRules];
