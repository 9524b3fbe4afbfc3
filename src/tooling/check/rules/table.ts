import type { Rule } from "../rule.ts";
import { absentValue } from "./absent-value.ts";
import { bareValue } from "./bare-value.ts";
import { brokenHtml } from "./broken-html.ts";
import { circularPartial } from "./circular-partial.ts";
import { codeBlock } from "./code-block.ts";
import { codeFirst } from "./code-first.ts";
import { condition } from "./condition.ts";
import { conditionInTag } from "./condition-in-tag.ts";
import { contrast } from "./contrast.ts";
import { cssSyntax } from "./css-syntax.ts";
import { decorator } from "./decorator.ts";
import { direction } from "./direction.ts";
import { dynamicPartial } from "./dynamic-partial.ts";
import { emailLanguage } from "./email-language.ts";
import { encodedPlaceholder } from "./encoded-placeholder.ts";
import { encoding } from "./encoding.ts";
import { fetchedFrom } from "./fetched-from.ts";
import { folderName } from "./folder-name.ts";
import { layoutTable } from "./layout-table.ts";
import { leftInReference } from "./left-in-reference.ts";
import { length } from "./length.ts";
import { linkTarget } from "./link-target.ts";
import { linkText } from "./link-text.ts";
import { literal } from "./literal.ts";
import { mailCss } from "./mail-css.ts";
import { mailHtml } from "./mail-html.ts";
import { markdown } from "./markdown.ts";
import { markupInText } from "./markup-in-text.ts";
import { mergeConflict } from "./merge-conflict.ts";
import { messageFolder } from "./message-folder.ts";
import { messageSettings } from "./message-settings.ts";
import { metadataSchema } from "./metadata-schema.ts";
import { missingBlock } from "./missing-block.ts";
import { missingCode } from "./missing-code.ts";
import { missingNotYou } from "./missing-not-you.ts";
import { missingPart } from "./missing-part.ts";
import { missingPartial } from "./missing-partial.ts";
import { missingUsername } from "./missing-username.ts";
import { originLine } from "./origin-line.ts";
import { partialContext } from "./partial-context.ts";
import { personalValue } from "./personal-value.ts";
import { pictureText } from "./picture-text.ts";
import { quotedName } from "./quoted-name.ts";
import { quotedText } from "./quoted-text.ts";
import { rawOutput } from "./raw-output.ts";
import { refusedCharacter } from "./refused-character.ts";
import { repairedCharacter } from "./repaired-character.ts";
import { samples } from "./samples.ts";
import { settings } from "./settings.ts";
import { singleBrace } from "./single-brace.ts";
import { smsEncoding } from "./sms-encoding.ts";
import { smsSegments } from "./sms-segments.ts";
import { strayFile } from "./stray-file.ts";
import { strayPlaceholder } from "./stray-placeholder.ts";
import { syntax } from "./syntax.ts";
import { takenName } from "./taken-name.ts";
import { textLink } from "./text-link.ts";
import { tooLarge } from "./too-large.ts";
import { tooManyValues } from "./too-many-values.ts";
import { typedPlaceholder } from "./typed-placeholder.ts";
import { unboundedMetadata } from "./unbounded-metadata.ts";
import { unclosedBlock } from "./unclosed-block.ts";
import { unclosedQuote } from "./unclosed-quote.ts";
import { unknownHelper } from "./unknown-helper.ts";
import { unknownLife } from "./unknown-life.ts";
import { unknownName } from "./unknown-name.ts";
import { unlikeConditions } from "./unlike-conditions.ts";
import { unlikeLinks } from "./unlike-links.ts";
import { unlikePartials } from "./unlike-partials.ts";
import { unlikeValues } from "./unlike-values.ts";
import { unprintedBlock } from "./unprinted-block.ts";
import { unstatedLife } from "./unstated-life.ts";
import { untranslated } from "./untranslated.ts";
import { unusedPartial } from "./unused-partial.ts";
import { wrongLang } from "./wrong-lang.ts";
import { wrongLife } from "./wrong-life.ts";

/** Rules by the heading that docs/authors.md gives them. */
export type RuleGroups = Readonly<Record<string, readonly Rule[]>>;

/** What can be read and compiled at all. */
export const structureGroups: RuleGroups = {
  "Files and settings": [
    settings,
    metadataSchema,
    encoding,
    mergeConflict,
    folderName,
    messageFolder,
    messageSettings,
    missingPart,
    strayFile,
    tooLarge,
    samples,
  ],
  "Between the braces": [
    syntax,
    unclosedBlock,
    unknownName,
    absentValue,
    unknownHelper,
    condition,
    literal,
    rawOutput,
    singleBrace,
    decorator,
  ],
  Partials: [
    missingPartial,
    missingBlock,
    unprintedBlock,
    dynamicPartial,
    circularPartial,
    partialContext,
    takenName,
    quotedName,
    unusedPartial,
  ],
  Tags: [unclosedQuote],
  "What Cognito fills in": [typedPlaceholder, tooManyValues],
};

/** What is written: for the parts that the rules above let through. */
export const writingGroups: RuleGroups = {
  "Refused by Cognito": [
    refusedCharacter,
    repairedCharacter,
    length,
    missingCode,
    missingUsername,
    strayPlaceholder,
    encodedPlaceholder,
  ],
  "Texts between quotes": [quotedText],
  "Words as they are typed": [markupInText, markdown],
  SMS: [codeFirst, smsEncoding, smsSegments, originLine],
  "HTML for mail programs": [
    brokenHtml,
    conditionInTag,
    mailHtml,
    mailCss,
    cssSyntax,
    emailLanguage,
    pictureText,
    layoutTable,
    contrast,
    linkTarget,
    linkText,
    fetchedFrom,
  ],
  Safety: [personalValue, textLink, unboundedMetadata],
  "The same in every language": [
    untranslated,
    leftInReference,
    unlikeValues,
    unlikeLinks,
    unlikePartials,
    unlikeConditions,
    codeBlock,
    missingNotYou,
    wrongLife,
    unknownLife,
    unstatedLife,
  ],
  Language: [direction, wrongLang, bareValue],
};

/** All rules, under their headings. */
export const ruleGroups: RuleGroups = { ...structureGroups, ...writingGroups };

/** The rules that a part must pass to be compiled, and those about what is written. */
export const structureRules: readonly Rule[] = Object.values(structureGroups).flat();
export const writingRules: readonly Rule[] = Object.values(writingGroups).flat();

/** All rules, in one list. */
export const rules: readonly Rule[] = [...structureRules, ...writingRules];
