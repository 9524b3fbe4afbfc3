/** The placeholders that Cognito replaces in a message. */
export interface Placeholders {
  /** `codeParameter` of the event, `{####}`. */
  readonly code: string;
  /** `usernameParameter` of an invitation, where it is required too. */
  readonly username?: string | undefined;
}

/** What an event says of its placeholders; one that was read from a file may say anything. */
interface Source {
  readonly triggerSource: string;
  readonly request: { readonly codeParameter?: unknown; readonly usernameParameter?: unknown };
}

/**
 * The placeholders of an event's message; none without a code. Only an invitation has the user name's: for every
 * other source Cognito sends `null`, while emulators and hand-made events send `{username}`.
 */
export function placeholdersOf({ triggerSource, request }: Source): Placeholders | undefined {
  const { codeParameter: code, usernameParameter: username } = request;
  if (typeof code !== "string" || code === "") return undefined;
  const isInvitation = triggerSource === "CustomMessage_AdminCreateUser";
  return { code, username: isInvitation && typeof username === "string" ? username : undefined };
}
