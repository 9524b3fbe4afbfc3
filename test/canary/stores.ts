import { type Answer, awsError } from "../aws/loopback.ts";
import { tokenOf } from "./canary.ts";

/** A store that a setting may name, by a name that must not leak either. */
interface NamedStore {
  readonly reference: string;
  readonly operation: string;
  readonly holding: (text: string) => Readonly<Record<string, unknown>>;
  /** The error for a missing value. */
  readonly absent: string;
}

/** Every token in the stores' names and answers. */
export const storeSecrets: string[] = [];

function token(of: string): string {
  const made = tokenOf(of);
  storeSecrets.push(made);
  return made;
}

const name = `legacy/${token("name")}`;

export const stores: readonly [string, NamedStore][] = [
  [
    "an SSM parameter",
    {
      reference: `ssm:/${name}`,
      operation: "SSM.GetParameter",
      holding: (Value) => ({ Parameter: { Value } }),
      absent: "ParameterNotFound",
    },
  ],
  [
    "a secret",
    {
      reference: `secret:${name}#url`,
      operation: "SecretsManager.GetSecretValue",
      holding: (SecretString) => ({ SecretString }),
      absent: "ResourceNotFoundException",
    },
  ],
  [
    "an AppConfig profile",
    {
      reference: `appconfig:${token("application")}/${token("environment")}/${token("profile")}#url`,
      operation: "AppConfigData.GetLatestConfiguration",
      holding: (Configuration) => ({ Configuration }),
      absent: "ResourceNotFoundException",
    },
  ],
];

/** A URL of a database, where our trigger takes a file. */
const url = `postgres://${token("role")}:${token("url")}@${token("host")}.invalid/${token("database")}`;

/** The members of a rotated secret, without its URL. */
const secret = (url?: string) =>
  JSON.stringify({
    ...(url && { url }),
    username: token("username"),
    password: `s3cr t/100% ${token("secret")}`,
    [token("key of the secret")]: ["a note", token("note of the secret")],
  });

/** Returns the answer of a store that has this URL, in JSON where a key is named. */
const having = ({ reference, holding }: NamedStore, url: string) =>
  holding(reference.endsWith("#url") ? secret(url) : url);

const denied = `User: arn:aws:sts::123456789012:assumed-role/${token("role name")}/f is not authorized to perform this on ${name}`;
const tooOften = awsError("ThrottlingException", `Slow down on ${name}`);
const yesterday = awsError("ExpiredTokenException", `The token ${token("token")} is expired`);

/**
 * The answers of a store, in this order, and the outcome for a person who is in the legacy store, `file`. Failures
 * come first: after an answer, a trigger does not ask for a while.
 */
export const storeAnswers: readonly [
  string,
  "migrated" | "unavailable",
  (store: NamedStore, file: string) => Answer,
][] = [
  [
    "that the value does not exist",
    "unavailable",
    (store) => () => awsError(store.absent, `There is no ${name}.`),
  ],
  [
    "that this role is not allowed to read",
    "unavailable",
    () => () => awsError("AccessDeniedException", denied),
  ],
  ["that it is throttled", "unavailable", () => () => tooOften],
  ["that a token is of yesterday", "unavailable", () => () => yesterday],
  ["nothing, and hangs up", "unavailable", () => () => "reset"],
  ["JSON without the key", "unavailable", (store) => () => store.holding(secret())],
  ["half of some JSON", "unavailable", (store) => () => store.holding(secret(url).slice(0, -1))],
  ["nonsense", "unavailable", (store) => () => store.holding(`"${token("nonsense")}\n${url}`)],
  ["a URL where a file is meant", "unavailable", (store) => () => having(store, url)],
  ["the file", "migrated", (store, file) => () => having(store, file)],
  ["again that it is throttled", "migrated", () => () => tooOften],
];
