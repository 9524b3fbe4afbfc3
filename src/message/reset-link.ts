/** The longest user id that goes into the link; Cognito's own `sub` is a UUID of 36 characters. */
export const SUB_LENGTH = 64;

/**
 * The link to the app's page for typing in a code, with the user and the code's placeholder in it.
 *
 * The code comes last and is never URL-encoded: Cognito does not replace `%7B####%7D`. The user is the
 * `sub`, which says nothing about the person to whoever sees the address.
 */
export function resetLink(
  resetUrl: string | undefined,
  sub: string | undefined,
  code: string,
): string | undefined {
  if (!resetUrl || !sub || sub.length > SUB_LENGTH || !/^[\w-]+$/.test(sub)) return undefined;
  return `${resetUrl}${resetUrl.includes("?") ? "&" : "?"}user=${sub}&code=${code}`;
}
