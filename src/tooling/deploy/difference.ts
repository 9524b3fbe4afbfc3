import { isObject } from "../json/json.ts";

/** A place where two descriptions differ. A side without the value is absent. */
export interface Difference {
  /** `Policies.PasswordPolicy.MinimumLength`. */
  readonly path: string;
  readonly before?: unknown;
  readonly after?: unknown;
}

/**
 * Returns the deepest places where two values differ. It compares them as JSON, so a date is a string. Absent,
 * `null`, an empty object and an empty list are equal, and so are lists in another order: Cognito's lists are sets.
 */
export function differences(before: unknown, after: unknown): Difference[] {
  return differencesAt("", json(before), json(after));
}

function json(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

function differencesAt(path: string, before: unknown, after: unknown): Difference[] {
  if (isObject(before) || isObject(after)) {
    const [left, right] = [before ?? {}, after ?? {}];
    if (!isObject(left) || !isObject(right)) return [{ path, before, after }];
    const keys = [...new Set([...Object.keys(left), ...Object.keys(right)])].sort();
    return keys.flatMap((key) => differencesAt(path ? `${path}.${key}` : key, left[key], right[key]));
  }
  if (canonical(before) === canonical(after)) return [];
  return [{ path, ...(!isNothing(before) && { before }), ...(!isNothing(after) && { after }) }];
}

function canonical(value: unknown): string | undefined {
  if (isNothing(value)) return undefined;
  return Array.isArray(value) ? value.map(canonical).sort().join() : JSON.stringify(sorted(value));
}

function sorted(value: unknown): unknown {
  if (!isObject(value)) return value;
  return Object.entries(value)
    .filter(([, each]) => !isNothing(each) && !(isObject(each) && Object.keys(each).length === 0))
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([key, each]) => [key, canonical(each)]);
}

function isNothing(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0);
}

/** Returns one side of a difference for a sentence. */
export function sideText(value: unknown): string {
  return value === undefined ? "nothing" : JSON.stringify(value);
}
