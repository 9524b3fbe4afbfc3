/** The placeholders that Cognito replaces in a message. */
export interface Placeholders {
  /** The event's `codeParameter`, `{####}`. */
  readonly code: string;
  /** An invitation's `usernameParameter`, which its message requires too. */
  readonly username?: string | undefined;
}

/** The part of an event that contains the placeholders. In an event from a file they may have any type. */
interface Source {
  readonly triggerSource: string;
  readonly request: { readonly codeParameter?: unknown; readonly usernameParameter?: unknown };
}

/**
 * Returns the placeholders of an event's message, or `undefined` if the event has none for the code. Only an invitation has
 * one for the user name: for other sources Cognito sends `null`, but emulators and handwritten events `{username}`.
 */
export function placeholdersOf({ triggerSource, request }: Source): Placeholders | undefined {
  const { codeParameter: code, usernameParameter: username } = request;
  if (typeof code !== "string" || code === "") return undefined;
  const isInvitation = triggerSource === "CustomMessage_AdminCreateUser";
  return { code, username: isInvitation && typeof username === "string" ? username : undefined };
}
