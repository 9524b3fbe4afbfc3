import { InvalidArgumentError, Option } from "commander";
import type { Commands } from "./commands.ts";

const CHECK_CODES = `
Exit codes:
  0  no errors; there may be warnings
  1  an error, which stops a build too
  2  it could not run: a mistake in the options, or a file that cannot be read`;

/** The commands for the authors of messages. */
export function authorCommands({ add, run }: Commands): void {
  add(
    "check",
    "check the messages of templates/",
    `cognito-recovery check
cognito-recovery check --format github`,
    CHECK_CODES,
  )
    .addOption(
      new Option("--format <format>", "how to print findings")
        .choices(["text", "json", "github"])
        .default("text"),
    )
    .action(run(async () => (await import("./check-command.ts")).checkCommand));
  add(
    "preview",
    "edit every text and see every message as a person will see it, in a browser on this machine",
    `cognito-recovery preview
cognito-recovery preview --port 8080
cognito-recovery preview --read-only
cognito-recovery preview --static preview/`,
  )
    .option("--port <port>", "the port to listen on; a free one when left out", portOf)
    .option("--read-only", "show everything and edit nothing")
    .option(
      "--static <folder>",
      "write the pages as files into a folder, and end; nothing can be edited there",
    )
    .action(run(async () => (await import("./preview-command.ts")).previewCommand));
  add("new", "start a language", "cognito-recovery new locale it")
    .command("locale")
    .description("write a catalog with every string to be translated; an empty one for a region")
    .argument("<tag>", "the language, as a tag such as it, pt-BR or zh-Hant")
    .action(run(async () => (await import("./new-locale-command.ts")).newLocaleCommand));
  add(
    "translated",
    "record that translations are up to date with the source language",
    `cognito-recovery translated
cognito-recovery translated --locale de forgot-password.intro`,
  )
    .argument(
      "[keys...]",
      "strings, such as forgot-password.intro; all that differ from the source's when left out",
    )
    .option("--locale <tag>", "the language; all when left out")
    .action(run(async () => (await import("./translated-command.ts")).translatedCommand));
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("Name a port from 1 to 65535.");
  }
  return port;
}
