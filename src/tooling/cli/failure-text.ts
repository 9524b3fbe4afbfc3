import type { PlainError } from "../../error/setup-error.ts";
import { AwsError, missingSetting } from "../aws/call-aws.ts";
import { printable } from "../terminal/printable.ts";

/**
 * A failure as it is told at a desk, where what is behind it may be told too: the SDK's word that there are no
 * credentials, say. It may quote AWS, a file or an option, none of which can write to the terminal.
 */
export function failureText(error: PlainError): string {
  const { message, cause } = error;
  const isNews = cause instanceof Error && !message.includes(cause.message);
  const behind = isNews ? `\n  (${cause.name}: ${cause.message})` : "";
  // A store's value is read by Powertools, whose errors say nothing of what the shell lacks.
  const missing = error instanceof AwsError ? undefined : missingSetting(cause);
  const text = `${message}${missing ? ` ${missing.message}` : ""}${behind}`;
  // Some failures are lists, a line each.
  return text.split("\n").map(printable).join("\n");
}
