import type { Rule } from "../rule.ts";
import { codeRules } from "./code.ts";
import { cognitoRules } from "./cognito.ts";
import { contrastRules } from "./contrast.ts";
import { fileRules } from "./files.ts";
import { handlebarsRules } from "./handlebars.ts";
import { hostRules } from "./hosts.ts";
import { htmlRules } from "./html.ts";
import { languageRules } from "./language.ts";
import { mailClientRules } from "./mail-clients.ts";
import { smsRules } from "./sms.ts";
import { stringRules } from "./strings.ts";
import { structureRules } from "./structures.ts";
import { unusedRules } from "./unused.ts";

/** Rules about files: whether they can be read. Headings are those of docs/rules.md. */
const sourceGroups: Readonly<Record<string, readonly Rule[]>> = {
  Files: fileRules,
  Handlebars: handlebarsRules,
};

/** Rules about what is in the files: they look at those alone that can be read. */
const textGroups: Readonly<Record<string, readonly Rule[]>> = {
  Strings: stringRules,
  Structures: structureRules,
};

/** Rules about what is written: they look at those messages alone in whose files the others found no error. */
const messageGroups: Readonly<Record<string, readonly Rule[]>> = {
  "Rejected by Cognito": cognitoRules,
  "The code": codeRules,
  SMS: smsRules,
  HTML: [...htmlRules, ...languageRules, ...hostRules, ...contrastRules],
  "Mail clients": mailClientRules,
  Unused: unusedRules,
};

export const ruleGroups = { ...sourceGroups, ...textGroups, ...messageGroups };
export const sourceRules: readonly Rule[] = Object.values(sourceGroups).flat();
export const textRules: readonly Rule[] = Object.values(textGroups).flat();
export const messageRules: readonly Rule[] = Object.values(messageGroups).flat();
export const rules: readonly Rule[] = [...sourceRules, ...textRules, ...messageRules];
