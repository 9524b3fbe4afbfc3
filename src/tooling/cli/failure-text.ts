import type { PlainError } from "../../error/plain-error.ts";
import { AwsError, missingSetting } from "../aws/call-aws.ts";
import { printable } from "../terminal/printable.ts";

/**
 * Returns a failure as a terminal shows it, with its cause: for example, the SDK's message that there are no
 * credentials. Texts of AWS, of files and of options cannot control the terminal.
 */
export function failureText(error: PlainError): string {
  const { message, cause } = error;
  const isNew = cause instanceof Error && !message.includes(cause.message);
  const causeText = isNew ? `\n  (${cause.name}: ${cause.message})` : "";
  // Powertools, which reads parameters and secrets, does not name the missing variable of the shell.
  const missing = error instanceof AwsError ? undefined : missingSetting(cause);
  const text = `${message}${missing ? ` ${missing.message}` : ""}${causeText}`;
  // A failure may have several lines.
  return text.split("\n").map(printable).join("\n");
}
