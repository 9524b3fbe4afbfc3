import type { Rule } from "../rule.ts";
import { codeRules } from "./code-rules.ts";
import { cognitoRules } from "./cognito-rules.ts";
import { contrastRules } from "./contrast-rules.ts";
import { fileRules } from "./file-rules.ts";
import { handlebarsRules } from "./handlebars-rules.ts";
import { hostRules } from "./host-rules.ts";
import { htmlRules } from "./html-rules.ts";
import { languageRules } from "./language-rules.ts";
import { mailClientRules } from "./mail-client-rules.ts";
import { smsRules } from "./sms-rules.ts";
import { stringRules } from "./string-rules.ts";
import { structureRules } from "./structure-rules.ts";
import { unusedRules } from "./unused-rules.ts";

/** Rules about whether files can be read. The keys are the headings of docs/rules.md. */
const sourceGroups: Readonly<Record<string, readonly Rule[]>> = {
  Files: fileRules,
  Handlebars: handlebarsRules,
};

/** Rules about the contents of files that can be read. */
const textGroups: Readonly<Record<string, readonly Rule[]>> = {
  Strings: stringRules,
  Structures: structureRules,
};

/** Rules about the messages in whose files the other rules found no error. */
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
