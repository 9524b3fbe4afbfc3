/**
 * ASCII letters made small, and nothing else changed. Not `toLowerCase()`: it makes a `k` of the Kelvin
 * sign, and two people's names would be one.
 */
export function asciiLower(text: string): string {
  return text.replace(/[A-Z]/g, (letter) => letter.toLowerCase());
}
