/**
 * Returns the paths that an answer's JSON contains and the SDK's output does not: settings that this version of the
 * SDK does not know.
 */
export function unknownSettings(json: unknown, known: unknown, path = ""): string[] {
  if (Array.isArray(json)) {
    const items = Array.isArray(known) ? known : [];
    return json.flatMap((item, index) => unknownSettings(item, items[index], `${path}[${index}]`));
  }
  if (typeof json !== "object" || json === null || known instanceof Date) return [];
  return Object.entries(json).flatMap(([key, value]) => {
    if (value === null) return [];
    const at = path ? `${path}.${key}` : key;
    const has = typeof known === "object" && known !== null && Object.hasOwn(known, key);
    return has ? unknownSettings(value, (known as Record<string, unknown>)[key], at) : [at];
  });
}
