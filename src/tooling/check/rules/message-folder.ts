import { localeFolders, messageFolders, sourceOf } from "../../templates/sources.ts";
import { messageMeantBy } from "../misnamed.ts";
import type { Rule } from "../rule.ts";

const known = Object.keys(messageFolders);

export const messageFolder: Rule = {
  name: "message-folder",
  severity: "error",
  protects:
    "A folder within a language is named by one of the messages that Cognito sends: no other is ever sent.",
  mending: `Name it one of: ${known.join(", ")}.`,
  example: { file: "templates/en/forgotten-password/subject.txt.hbs", to: "Your code" },
  check: (project) =>
    [...localeFolders(project.files)].flatMap(([locale, messages]) =>
      [...messages]
        .filter((message) => !sourceOf(message))
        .map((message) => {
          const meant = messageMeantBy(locale, message, project);
          return {
            file: `templates/${locale}/${message}`,
            index: 0,
            message: `"${message}" is no message of Cognito's.`,
            mending:
              meant &&
              (messages.has(meant)
                ? `There is ${meant} already: put there what it lacks, and remove this folder.`
                : `Name it "${meant}".`),
          };
        }),
    ),
};
