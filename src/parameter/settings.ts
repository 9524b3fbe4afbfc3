/** The values that a setting accepts. */
export type Kind =
  /** A text, of at least `least` characters. */
  | { readonly is: "text"; readonly least?: number; readonly default?: string; readonly optional?: true }
  /** One of a list of words; the first is the default; case is ignored with `anyCase`. */
  | { readonly is: "word"; readonly words: readonly [string, ...string[]]; readonly anyCase?: true }
  /** A number within bounds, which are included. */
  | { readonly is: "number"; readonly default: number; readonly least: number; readonly most: number };

/** A row of {@link settings}. */
export interface SettingDefinition {
  readonly kind: Kind;
  /** The description in docs/operations.md. */
  readonly about: string;
  /** The triggers that read it; all when left out. */
  readonly readBy?: readonly string[];
  /** Contains the value itself: it is read too early to name a store. */
  readonly isPlain?: true;
}

/**
 * All settings, each an environment variable of the triggers. The checks and the table in docs/operations.md are made
 * from them.
 */
export const settings = {
  LEGACY_DATABASE: {
    kind: { is: "text" },
    about: "The legacy store: the SQLite file, or the URL of the database (`postgres://…`).",
    readBy: ["user-migration", "pre-sign-up", "post-confirmation"],
  },
  SIGN_IN: {
    kind: { is: "word", words: ["email", "phone", "email-or-phone", "username", "alias"] },
    about:
      "How people sign in to the pool: `email` or `phone` where `UsernameAttributes` lists one of the two, `email-or-phone` where it lists both, `alias` where `AliasAttributes` lists any, `username` where neither does.",
    readBy: ["user-migration", "pre-sign-up", "post-confirmation"],
  },
  WHEN_UNAVAILABLE: {
    kind: { is: "word", words: ["report", "conceal"] },
    about:
      "When the legacy store cannot answer: `report` asks people to try again later, which reveals who is not in the pool; `conceal` answers as if the store did not know them either.",
    readBy: ["user-migration"],
  },
  EMAIL_SENDING_ACCOUNT: {
    kind: { is: "word", words: ["DEVELOPER", "COGNITO_DEFAULT"] },
    about:
      "The pool's own `EmailSendingAccount`. Cognito's default sender accepts neither subject nor email from a trigger, so with `COGNITO_DEFAULT` only the SMS is from your templates.",
    readBy: ["custom-message"],
  },
  CORRELATION_KEY: {
    kind: { is: "text", least: 32, optional: true },
    about:
      "A secret of 32 characters or more. Each log line then has `user`, a hash of the user name under this key: you find a person's lines, and no line has a name.",
  },
  POWERTOOLS_PARAMETERS_MAX_AGE: {
    kind: { is: "number", default: 300, least: 0, most: 86_400 },
    about: "The time in seconds for which a value from SSM, Secrets Manager or AppConfig is cached.",
    isPlain: true,
  },
  POWERTOOLS_LOG_LEVEL: {
    kind: {
      is: "word",
      words: ["INFO", "TRACE", "DEBUG", "WARN", "ERROR", "CRITICAL", "SILENT"],
      anyCase: true,
    },
    about: "Lines below this level are not written. Metrics always are.",
    isPlain: true,
  },
  POWERTOOLS_LOGGER_SAMPLE_RATE: {
    kind: { is: "number", default: 0, least: 0, most: 1 },
    about: "The share of invocations (0 to 1) whose lines are written at any level.",
    isPlain: true,
  },
  POWERTOOLS_LOGGER_LOG_EVENT: {
    kind: { is: "word", words: ["false", "true"], anyCase: true },
    about: "Has no effect: events are never logged.",
    isPlain: true,
  },
  POWERTOOLS_SERVICE_NAME: {
    kind: { is: "text", default: "cognito-recovery" },
    about: "`service` in the log, and a dimension of every metric.",
    isPlain: true,
  },
  POWERTOOLS_METRICS_NAMESPACE: {
    kind: { is: "text", default: "cognito-recovery" },
    about: "The namespace of the metrics.",
    isPlain: true,
  },
  POWERTOOLS_METRICS_DISABLED: {
    kind: { is: "word", words: ["false", "true"] },
    about: "`true` writes no metrics.",
    isPlain: true,
  },
} as const satisfies Readonly<Record<string, SettingDefinition>>;

export type SettingName = keyof typeof settings;

/** The type of a setting's value. */
export type SettingValue<Name extends SettingName> = (typeof settings)[Name]["kind"] extends infer K
  ? K extends { is: "word"; words: readonly (infer Word)[] }
    ? Word
    : K extends { is: "number" }
      ? number
      : K extends { optional: true }
        ? string | undefined
        : string
  : never;

/** Returns the kind of any variable: one that is not in the table is a text that is required. */
export function kindOf(name: string): Kind {
  return Object.hasOwn(settings, name) ? settings[name as SettingName].kind : { is: "text" };
}
