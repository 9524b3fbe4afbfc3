import { InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./check-command.ts";
import { exitWith, type NewCommand } from "./new-command.ts";
import type { PreviewCommandOptions } from "./preview-command.ts";

const CHECK_CODES = `
Exit codes:
  0  no errors; there may be warnings
  1  an error: no build until it is fixed
  2  it could not run: a mistake in the options, or a file that cannot be read`;

/** The commands of whoever writes the messages. Each is a row; what it needs is loaded when it is called. */
export function authorCommands(command: NewCommand): void {
  command(
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
    .action(async (options: CheckOptions) =>
      exitWith(await (await import("./check-command.ts")).checkCommand(options)),
    );
  command(
    "preview",
    "edit every text and see every message as a person will see it, in a browser on this machine",
    `cognito-recovery preview
cognito-recovery preview --port 8080
cognito-recovery preview --read-only
cognito-recovery preview --static preview/`,
  )
    .option("--port <port>", "the port to listen on; left out, one that is free", portOf)
    .option("--read-only", "show everything and edit nothing")
    .option(
      "--static <folder>",
      "write the pages as plain files into a folder, and end; nothing can be edited there",
    )
    .action(async (options: PreviewCommandOptions) =>
      exitWith(await (await import("./preview-command.ts")).previewCommand(options)),
    );
  command("new", "start a language", "cognito-recovery new locale it")
    .command("locale")
    .description("write a catalog with every string to be translated; an empty one for a region")
    .argument("<tag>", "the language, as a tag such as it, pt-BR or zh-Hant")
    .action(async (tag: string) =>
      exitWith(await (await import("./new-locale-command.ts")).newLocaleCommand(tag)),
    );
  command(
    "translated",
    "record that translations are up to date with the source language",
    `cognito-recovery translated
cognito-recovery translated --locale de forgot-password.intro`,
  )
    .argument(
      "[keys...]",
      "strings, such as forgot-password.intro; left out, all that differ from the source's",
    )
    .option("--locale <tag>", "the language; left out, all")
    .action(async (keys: readonly string[], options: { locale?: string }) =>
      exitWith(await (await import("./translated-command.ts")).translatedCommand(keys, options)),
    );
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("Name a port from 1 to 65535.");
  }
  return port;
}
