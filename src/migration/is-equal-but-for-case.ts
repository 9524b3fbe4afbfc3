/**
 * Whether two texts differ by case alone: they are equal in lower case and in upper case. Lower case alone turns the
 * Kelvin sign into a `k`, and upper case alone `ß` into `SS`, which would make one name of two people's.
 */
export function isEqualButForCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() && one.toUpperCase() === other.toUpperCase();
}
