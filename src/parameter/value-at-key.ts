/** Returns a value of a JSON object as text; or the reason why there is none, as the end of a sentence without the JSON. */
export function valueAtKey(
  json: string,
  key: string,
): { readonly text: string } | { readonly wrong: string } {
  let object: unknown;
  try {
    object = JSON.parse(json);
  } catch {
    return { wrong: NO_OBJECT };
  }
  if (typeof object !== "object" || object === null || Array.isArray(object)) {
    return { wrong: NO_OBJECT };
  }
  const value: unknown = Object.hasOwn(object, key) ? (object as Record<string, unknown>)[key] : undefined;
  if (value === undefined || value === null) return { wrong: "has no such #key" };
  return typeof value === "object" ? { wrong: "has no text at its #key" } : { text: String(value) };
}

const NO_OBJECT = "must be a JSON object, as the variable names a #key of it";
