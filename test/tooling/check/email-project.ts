import { rules } from "../../../src/tooling/check/rules/rules.ts";
import { placeAt } from "../../../src/tooling/templates/place.ts";
import { type SmallProject, smallProject } from "../templates/project.ts";
import { shippedText } from "./shipped.ts";

const strings = { subject: "S", sms: "{{code}}", intro: "I", title: "T" };

/** An email of one message in English and Arabic; both brands are at example.com. */
export function emailProject(email: string, { catalogs, files }: SmallProject = {}) {
  const brands = shippedText("templates/brands.json").replace(
    '"supportEmail": "help',
    '"domain": "example.com", "supportEmail": "help',
  );
  return smallProject({
    settings: { source: "en", default: "en", locales: "all", drafts: [] },
    catalogs: catalogs ?? {
      en: strings,
      ar: { ...strings, intro: "مرحبا", title: "ت", subject: "م", sms: "م {{code}}" },
    },
    email,
    files: { "templates/brands.json": brands, ...files },
  });
}

/** Returns the findings of a rule in such an email: a few characters of the file's text from there on. */
export function found(rule: string, email: string, project: SmallProject = {}): string[] {
  return violations(rule, email, project).map(({ file, index, severity }) => {
    const text = (project.files?.[file] ?? email).slice(index);
    return `${severity ? "warning " : ""}${/^(?:<\/?[a-z]*|[\w-]+(?:[:=][^;\s>"]*)?|.{0,12})/iu.exec(text)?.[0]}`;
  });
}

/** The same as sentences. */
export function messages(rule: string, email: string, project: SmallProject = {}): string[] {
  return violations(rule, email, project).map(({ message }) => message);
}

/** The same as lines and columns. */
export function places(rule: string, email: string, project: SmallProject = {}): string[] {
  return violations(rule, email, project).map(({ file, index }) => {
    const { line, column } = placeAt(project.files?.[file] ?? email, index);
    return `${file}:${line}:${column}`;
  });
}

function violations(name: string, email: string, project: SmallProject) {
  const rule = rules.find((each) => each.name === name);
  if (!rule) throw new Error(`no rule ${name}`);
  return rule.check(emailProject(email, project));
}
