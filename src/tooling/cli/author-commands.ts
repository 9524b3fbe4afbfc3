import { InvalidArgumentError, Option } from "commander";
import type { CheckOptions } from "./check-command.ts";
import { exitWith, type NewCommand } from "./new-command.ts";
import type { PreviewCommandOptions } from "./preview-command.ts";

/** The commands of whoever writes the messages. Each is a row; what it needs is loaded when it is called. */
export function authorCommands(command: NewCommand): void {
  command(
    "check",
    "say what is wrong with the messages of templates/, and how to mend it",
    `cognito-recovery check
cognito-recovery check --fix
cognito-recovery check --sizes
cognito-recovery check --format github`,
  )
    .option("--fix", "mend what has one right answer, and show what was changed")
    .option("--sizes", "also tell how long each message gets, and what its SMS takes")
    .addOption(
      new Option("--format <format>", "how to tell it").choices(["text", "json", "github"]).default("text"),
    )
    .action(async (options: CheckOptions) =>
      exitWith(await (await import("./check-command.ts")).checkCommand(options)),
    );
  command(
    "preview",
    "show every message in every language as a person will see it, in a browser on this machine",
    `cognito-recovery preview
cognito-recovery preview --port 8080
cognito-recovery preview --static preview/`,
  )
    .option("--port <port>", "the port to listen on; left out, one that is free", portOf)
    .option("--static <folder>", "write the pages as plain files into a folder, and end")
    .action(async (options: PreviewCommandOptions) =>
      exitWith(await (await import("./preview-command.ts")).previewCommand(options)),
    );
  const start = command(
    "new",
    "start a language or a message from the copy that there is",
    `cognito-recovery new locale it
cognito-recovery new message sign-up`,
  );
  start
    .command("locale")
    .description("copy the messages of the default language, with what is to be translated marked")
    .argument("<tag>", "the language, as a tag such as it, pt-BR or zh-Hant")
    .action(async (tag: string) =>
      exitWith(await (await import("./new-copy-command.ts")).newLocaleCommand(tag)),
    );
  start
    .command("message")
    .description("add a message to each language: as shipped where it is, else to be translated")
    .argument("<source>", "the message, such as sign-up or CustomMessage_SignUp")
    .action(async (source: string) =>
      exitWith(await (await import("./new-copy-command.ts")).newMessageCommand(source)),
    );
}

function portOf(text: string): number {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port < 1 || port > 65_535) {
    throw new InvalidArgumentError("Name a port from 1 to 65535.");
  }
  return port;
}
