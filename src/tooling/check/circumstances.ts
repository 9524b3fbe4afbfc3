import type { FormFacts } from "./form-facts.ts";

type Form = Pick<FormFacts, "brand" | "values">;

/** When something is so: the values that must be there or absent for it, and the brand, where that matters. */
export interface Circumstances {
  readonly brand?: string;
  readonly there: readonly string[];
  readonly absent: readonly string[];
}

/** The fewest circumstances under which all of these forms do; `undefined` when none does. */
export function circumstances<F extends Form>(
  forms: readonly F[],
  does: (form: F) => boolean,
): Circumstances | undefined {
  const doing = forms.filter(does);
  const [first] = doing.toSorted((a, b) => a.values.length - b.values.length);
  if (!first) return undefined;
  const others = forms.filter((form) => !doing.includes(form));
  const names = new Set(forms.flatMap(({ values }) => values));
  const conditions: Condition[] = [
    { brand: first.brand },
    ...[...names].map((name) => ({ name, isThere: first.values.includes(name) })),
  ];
  // One that no form without it needs is left out, the brand first.
  let needed = conditions;
  for (const condition of conditions) {
    const fewer = needed.filter((each) => each !== condition);
    if (!others.some((form) => fewer.every((each) => holds(each, form)))) needed = fewer;
  }
  const namesOf = (isThere: boolean) =>
    needed.flatMap((each) => ("name" in each && each.isThere === isThere ? [each.name] : []));
  const brand = needed.flatMap((each) => ("brand" in each ? [each.brand] : []))[0];
  return { ...(brand !== undefined && { brand }), there: namesOf(true), absent: namesOf(false) };
}

type Condition = { readonly brand: string } | { readonly name: string; readonly isThere: boolean };

function holds(condition: Condition, form: Form): boolean {
  if ("brand" in condition) return form.brand === condition.brand;
  return form.values.includes(condition.name) === condition.isThere;
}

/** Whether a form is one of those. */
export function isUnder({ brand, there, absent }: Circumstances, form: Form): boolean {
  return (
    (brand === undefined || form.brand === brand) &&
    there.every((name) => form.values.includes(name)) &&
    !absent.some((name) => form.values.includes(name))
  );
}

/** The same in words, to begin a sentence with: `When name is absent, `; empty when it is so at all times. */
export function whenWords({ brand, there, absent }: Circumstances): string {
  const values = [
    ...(there.length > 0 ? [`${list(there)} ${there.length > 1 ? "are" : "is"} there`] : []),
    ...(absent.length > 0 ? [`${list(absent)} ${absent.length > 1 ? "are" : "is"} absent`] : []),
  ];
  const when = values.length > 0 ? `When ${values.join(" and ")}` : "";
  if (brand === undefined) return when && `${when}, `;
  return `${when ? `${when}, for` : "For"} the brand "${brand}" `;
}

/** A sentence about it. */
export function whenSentence(when: Circumstances, rest: string): string {
  const sentence = whenWords(when) + rest;
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}

/** Words with commas and an "and". */
export function list(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
