import { didYouMean } from "../../templates/did-you-mean.ts";
import { partFiles, sourceOf } from "../../templates/sources.ts";
import type { Rule } from "../rule.ts";

export const strayFile: Rule = {
  name: "stray-file",
  severity: "error",
  protects:
    "The files of a message have fixed names. One with another name is never sent, though it looks as if it were.",
  mending: `The files of a message are ${Object.values(partFiles).join(", ")}; those of templates/_brand end with .html.hbs or .txt.hbs.`,
  example: { file: "templates/en/forgot-password/email.hbs", to: "Hello" },
  check: ({ files }) =>
    [...files.keys()]
      .filter((file) => file.endsWith(".hbs") && !isRead(file))
      .map((file) => ({
        file,
        index: 0,
        message: "No message has a file of this name here.",
        mending: meant(file),
      })),
};

function meant(file: string): string | undefined {
  if (file.startsWith("templates/_brand/")) return undefined;
  const names = Object.values(partFiles);
  const name = file.split("/").at(-1) ?? "";
  if (names.includes(name)) return "Put it into the folder of a message, such as templates/en/sign-up.";
  const near = didYouMean(name, names, 5);
  return near && `Did you mean "${near}"?`;
}

function isRead(file: string): boolean {
  if (/^templates\/_brand\/[^/]+\.(?:html|txt)\.hbs$/.test(file)) return true;
  const [, , message = "", name = "", ...deeper] = file.split("/");
  // Another rule speaks of a folder that is no message's.
  if (!sourceOf(message)) return deeper.length === 0 && name !== "";
  return deeper.length === 0 && Object.values(partFiles).includes(name);
}
