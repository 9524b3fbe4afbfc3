import { didYouMean } from "../../templates/did-you-mean.ts";
import { partFiles, sourceOf } from "../../templates/sources.ts";
import { isRead, misnamedFiles } from "../misnamed.ts";
import type { Rule } from "../rule.ts";

export const strayFile: Rule = {
  name: "stray-file",
  severity: "error",
  protects:
    "The files of a message have fixed names. One with another name is never sent, though it looks as if it were.",
  mending: `The files of a message are ${Object.values(partFiles).join(", ")}; those of templates/_brand end with .html.hbs or .txt.hbs.`,
  example: { file: "templates/en/forgot-password/email.hbs", to: "Hello" },
  check: (project) => {
    const misnamed = new Map([...misnamedFiles(project)].map(([right, wrong]) => [wrong, right]));
    const stray = [...project.files.keys()].filter((file) => file.endsWith(".hbs") && !isRightOrTold(file));
    return [...new Set([...stray, ...misnamed.keys()])].map((file) => ({
      file,
      index: 0,
      message: "No message has a file of this name here.",
      mending: misnamed.has(file) ? `Rename it to ${misnamed.get(file)?.split("/").at(-1)}.` : meant(file),
    }));
  },
};

function meant(file: string): string | undefined {
  if (file.startsWith("templates/_brand/")) return undefined;
  const names = Object.values(partFiles);
  const name = file.split("/").at(-1) ?? "";
  if (names.includes(name)) return "Put it into the folder of a message, such as templates/en/sign-up.";
  const near = didYouMean(name, names, 5);
  return near && `Did you mean "${near}"?`;
}

function isRightOrTold(file: string): boolean {
  if (isRead(file)) return true;
  const [, , message = "", name = "", ...deeper] = file.split("/");
  // Another rule speaks of a folder that is no message's.
  return !sourceOf(message) && !file.startsWith("templates/_brand/") && deeper.length === 0 && name !== "";
}
