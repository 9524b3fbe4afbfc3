import { Option } from "commander";
import type { CheckOptions } from "./check-command.ts";
import { exitWith, type NewCommand } from "./new-command.ts";

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
