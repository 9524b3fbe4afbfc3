/**
 * Returns the text with its ASCII capitals in lower case. `toLowerCase()` would change the Kelvin sign to `k`, and
 * two people's names would be equal.
 */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
