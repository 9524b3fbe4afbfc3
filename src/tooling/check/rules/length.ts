import { lengths } from "../../../message/accepted.ts";
import { CLEAN_LENGTH } from "../../../message/clean.ts";
import {
  type Circumstances,
  circumstances,
  isUnder,
  list,
  whenSentence,
  whenWords,
} from "../circumstances.ts";
import { type FormFacts, formFacts } from "../form-facts.ts";
import { modelOf } from "../forms.ts";
import { partWords } from "../part-words.ts";
import type { CheckedPart, Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";
import { figure } from "../too-large.ts";

export const length: Rule = {
  name: "length",
  severity: "error",
  protects:
    "Cognito takes 140 characters of a subject and of an SMS, and 20,000 of an email, the code counted. Each part is looked at with every brand, and with every value there and absent, each as long as it can be: what fits here always fits.",
  mending: "Shorten the text.",
  example: {
    file: "templates/en/forgot-password/sms.txt.hbs",
    to: "{{code}} is your code to choose a new {{brand.name}} password{{#if metadata.shop}} for the shop {{metadata.shop}}{{/if}}. Valid for 1 hour.",
    metadata: { shop: { type: "string" } },
  },
  check: (project) =>
    project.parts.flatMap((part) => [...tooLong(part, project), ...tooShort(part, project)]),
};

function tooLong(part: CheckedPart, project: Project): Case[] {
  const { most } = lengths[part.part];
  const facts = formFacts(part, project);
  const when = circumstances(facts, (form) => form.length > most);
  if (!when) return [];
  const worst = worstOf(facts, when);
  const message = `${withWords(when, worst, part, project)} this ${partWords[part.part]} has ${figure(worst.length)} characters; Cognito takes ${figure(most)}.`;
  return [{ file: part.file, index: 0, part, message, mending: shorten(when, worst.length - most) }];
}

/** The longest that the circumstances alone make it. */
function worstOf(facts: readonly FormFacts[], when: Circumstances): FormFacts {
  const under = facts.filter((form) => isUnder(when, form));
  const fewest = Math.min(...under.map(({ values }) => values.length));
  return under
    .filter(({ values }) => values.length === fewest)
    .reduce((longest, form) => (form.length > longest.length ? form : longest));
}

function withWords(when: Circumstances, worst: FormFacts, part: CheckedPart, project: Project): string {
  const brand = `the brand "${worst.brand}"`;
  if (when.there.length > 0) {
    const values = when.there.map(
      (name) => `${name} at its longest (${longestOf(name, worst, part, project)} characters)`,
    );
    return `${absentWords(when, "with", "With")} ${list([...values, brand])}`;
  }
  if (when.absent.length > 0) return `${absentWords(when, "with", "With")} ${brand}`;
  const hasValues = formFacts(part, project).some(({ values }) => values.length > 0);
  return hasValues ? `Even without the values that may be absent, with ${brand}` : `With ${brand}`;
}

function absentWords({ absent }: Circumstances, within: string, first: string): string {
  return absent.length > 0 ? `${whenWords({ there: [], absent })}${within}` : first;
}

/** How long a value can be. */
function longestOf(name: string, { brand }: FormFacts, part: CheckedPart, project: Project): number {
  if (name === "resetLink") return modelOf(part, project, brand, new Set([name])).resetLink?.length ?? 0;
  return project.metadata.get(name.replace(/^metadata\./, ""))?.longest ?? CLEAN_LENGTH;
}

function shorten({ there }: Circumstances, by: number): string {
  const metadata = there.filter((name) => name.startsWith("metadata."));
  const [first] = there;
  const shorter = `Shorten the text by ${counted(by)}`;
  if (first === undefined) return `${shorter}.`;
  const engineer = `, or ask an engineer to allow ${list(metadata)} fewer characters (triggers/client-metadata.ts)`;
  return `${shorter}, or do without ${list(there)}${metadata.length > 0 ? engineer : ""}.`;
}

function tooShort(part: CheckedPart, project: Project): Case[] {
  const { least, most } = lengths[part.part];
  const facts = formFacts(part, project);
  const when = circumstances(facts, (form) => form.length < least);
  if (!when) return [];
  const shortest = Math.min(...facts.filter((form) => isUnder(when, form)).map((form) => form.length));
  const is = shortest === 0 ? "is empty" : `has ${shortest} characters`;
  const message = whenSentence(
    when,
    `this ${partWords[part.part]} ${is}; Cognito takes ${least} to ${figure(most)} characters.`,
  );
  return [{ file: part.file, index: 0, part, message, mending: "Write something that is always there." }];
}

function counted(characters: number): string {
  return `${figure(characters)} ${characters === 1 ? "character" : "characters"}`;
}
