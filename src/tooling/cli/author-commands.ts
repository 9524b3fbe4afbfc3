import { InvalidArgumentError, Option } from "commander";
import type { Commands } from "./commands.ts";

/** The commands for the authors of messages. */
export function authorCommands({ add, run }: Commands): void {
  add(
    "check",
    "check the messages of templates/ against Cognito's limits, and for missing translations",
    `cognito-recovery check
cognito-recovery check --format github`,
    { 0: "no errors; there may be warnings", 1: "there is an error, which also stops a build" },
  )
    .addOption(
      new Option("--format <format>", "how to print findings")
        .choices(["text", "json", "github"])
        .default("text"),
    )
    .action(run(async () => (await import("./check-command.ts")).checkCommand));
  add(
    "preview",
    "edit the texts and see each message as people will see it, in a browser on this machine",
    `cognito-recovery preview
cognito-recovery preview --port 8080
cognito-recovery preview --read-only
cognito-recovery preview --static preview/`,
    { 1: "with --static: the templates have errors (the pages are written all the same)" },
  )
    .option("--port <port>", "the port to listen on (default: a free one)", portOf)
    .option("--read-only", "show the messages without text fields")
    .option("--static <folder>", "write read-only pages as files to a folder, and exit")
    .action(run(async () => (await import("./preview-command.ts")).previewCommand));
  add("new", "add a language to templates/", "cognito-recovery new locale it", {})
    .command("locale")
    .description(
      "write templates/locales/<tag>.json with every text empty, to be translated; for a region (de-AT) an empty file, since it uses the language's texts",
    )
    .argument("<tag>", "the language tag, such as it, pt-BR or zh-Hant")
    .action(run(async () => (await import("./new-locale-command.ts")).newLocaleCommand));
  add(
    "translated",
    "record that translations are up to date with the source language",
    `cognito-recovery translated
cognito-recovery translated --locale de forgot-password.intro`,
    {},
  )
    .argument(
      "[keys...]",
      "the texts, such as forgot-password.intro (default: all that differ from the source's)",
    )
    .option("--locale <tag>", "the language (default: all)")
    .action(run(async () => (await import("./translated-command.ts")).translatedCommand));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("Name a port from 1 to 65535.");
  }
  return port;
}
