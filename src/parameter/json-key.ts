/**
 * One value of a JSON object, as text; or in which way it is not there: the end of a sentence, which never
 * holds a part of the JSON.
 */
export function valueAt(json: string, key: string): { readonly text: string } | { readonly wrong: string } {
  let object: unknown;
  try {
    object = JSON.parse(json);
  } catch {
    return { wrong: "should be a JSON object, for a #key is asked of it" };
  }
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    return { wrong: "should be a JSON object, for a #key is asked of it" };
  }
  const value: unknown = Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
  if (value === undefined || value === null) return { wrong: "has no such #key" };
  return typeof value === "object"
    ? { wrong: "has something else than a text at its #key" }
    : { text: String(value) };
}
