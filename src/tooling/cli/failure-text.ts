import type { PlainError } from "../../log/fault.ts";
import { printable } from "../replay/printable.ts";

/**
 * A failure as it is told at a desk, where what is behind it may be told too: the SDK's word that there are no
 * credentials, say. It may quote AWS, a file or an option, none of which can write to the terminal.
 */
export function failureText({ message, cause }: PlainError): string {
  const isNews = cause instanceof Error && !message.includes(cause.message);
  const text = isNews ? `${message}\n  (${cause.name}: ${cause.message})` : message;
  // Some failures are lists, a line each.
  return text.split("\n").map(printable).join("\n");
}
