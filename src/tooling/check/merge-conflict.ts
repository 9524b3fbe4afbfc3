/**
 * Where Git has put two versions of a file together, each under its own mark; `undefined` where it has not. A
 * line of equal signs alone may be text.
 */
export function conflictAt(text: string): number | undefined {
  return /^(?:<{7}|>{7})(?=\s|$)/m.exec(text)?.index;
}
