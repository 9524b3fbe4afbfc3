/**
 * Whether two texts differ by case alone: they are equal in small letters and in capitals. One of the two would
 * make a `k` of the Kelvin sign, and `ss` of an `ß`, and two people's names would be one.
 */
export function isEqualButForCase(one: string, other: string): boolean {
  return one.toLowerCase() === other.toLowerCase() && one.toUpperCase() === other.toUpperCase();
}
