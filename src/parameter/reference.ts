/** The location of a setting's value, if its variable names a store instead of containing the value. */
export type Reference =
  | { readonly store: "ssm"; readonly name: string; readonly key?: never }
  | { readonly store: "secret"; readonly name: string; readonly key?: string }
  | {
      readonly store: "appconfig";
      readonly application: string;
      readonly environment: string;
      readonly name: string;
      readonly key?: string;
    };

export type Store = Reference["store"];
export type ReferenceTo<S extends Store> = Extract<Reference, { store: S }>;

/** The noun for a value of each store, and the form of its name. */
export const storeWords = {
  ssm: { noun: "an SSM parameter", form: "ssm:/path/of/the/parameter" },
  secret: { noun: "a secret", form: "secret:name, or secret:name#key for one key of its JSON" },
  appconfig: {
    noun: "an AppConfig profile",
    form: "appconfig:application/environment/profile, or with #key for one key of its JSON",
  },
} as const satisfies Readonly<Record<Store, { noun: string; form: string }>>;

/** Names and ARNs as the services accept them; a version or label of an SSM parameter follows a colon. */
const forms: readonly [RegExp, (parts: readonly string[]) => Reference][] = [
  [/^ssm:([\w./:-]+)$/, ([name = ""]) => ({ store: "ssm", name })],
  [
    /^secret:([\w/+=.@!:-]+)(?:#(.+))?$/,
    ([name = "", key]) => ({ store: "secret", name, ...(key !== undefined && { key }) }),
  ],
  [
    /^appconfig:([^/#]+)\/([^/#]+)\/([^/#]+)(?:#(.+))?$/,
    ([application = "", environment = "", name = "", key]) => ({
      store: "appconfig",
      application,
      environment,
      name,
      ...(key !== undefined && { key }),
    }),
  ],
];

/** A misspelt store: no path or URL of a database begins like this. */
const MISSPELT =
  /^(?:s+m+|ssm|parameters?|parameter-?store|secrets?|secrets?-?manager|app-?config):|^arn:[\w-]+:(?:ssm|secretsmanager|appconfig):/i;
const UNKNOWN_STORE = "looks like the name of a store but is not: write ssm:…, secret:… or appconfig:…";

/**
 * Returns what a variable's text names in a store, `undefined` when it is the value itself, or what is wrong
 * with it: the end of a sentence.
 */
export function referenceIn(text: string): Reference | { readonly wrong: string } | undefined {
  // Most texts are the value, and the first use of a case-insensitive pattern takes half a millisecond.
  if (!text.includes(":")) return undefined;
  const [, store] = /^(ssm|secret|appconfig):/.exec(text) ?? [];
  if (store === undefined) return MISSPELT.test(text) ? { wrong: UNKNOWN_STORE } : undefined;
  for (const [form, reference] of forms) {
    const found = form.exec(text);
    if (found) return reference(found.slice(1));
  }
  const { noun, form } = storeWords[store as Store];
  return { wrong: `should name ${noun}: write ${form}` };
}
