/** The maximum length of the user id in a link. Cognito's `sub` is a UUID of 36 characters. */
const SUB_LENGTH = 64;

/**
 * Returns the link to the app's page where the code is entered, with the user and the code's placeholder.
 *
 * The placeholder comes last and is not URL-encoded, since Cognito does not replace `%7B####%7D`. The user is the
 * `sub`, which reveals nothing about the person.
 */
export function resetLink(
  resetUrl: string | undefined,
  sub: string | undefined,
  code: string,
): string | undefined {
  if (!resetUrl || !sub || sub.length > SUB_LENGTH || !/^[\w-]+$/.test(sub)) return undefined;
  return `${resetUrl}${resetUrl.includes("?") ? "&" : "?"}user=${sub}&code=${code}`;
}
