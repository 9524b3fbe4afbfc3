import * as v from "valibot";
import { jsonIn, type Problem } from "./replay-files.ts";

const text = v.pipe(v.string(), v.minLength(1));
const words = v.record(v.string(), v.string());
const caller = { username: text, clientMetadata: v.optional(words), clientId: v.optional(text) };

const operations = {
  forgotPassword: v.strictObject(caller),
  /** Without a code: the one that was delivered last. */
  confirmForgotPassword: v.strictObject({ ...caller, code: v.optional(text), password: text }),
  signIn: v.strictObject({
    ...caller,
    password: text,
    authFlow: v.optional(v.picklist(["USER_PASSWORD_AUTH", "USER_SRP_AUTH"])),
  }),
  signUp: v.strictObject({ ...caller, password: text, attributes: v.optional(words) }),
} as const;

const expectation = v.strictObject({
  /** All that ran, in order: a source, or `source: outcome`. */
  triggers: v.optional(v.array(text)),
  /** The exception's name, or `name: part of its message`. Left out: no exception. */
  error: v.optional(text),
  /** `false`: nothing is sent. */
  delivered: v.optional(
    v.union([
      v.literal(false),
      v.strictObject({
        to: v.optional(text),
        locale: v.optional(text),
        subject: v.optional(text),
        text: v.optional(v.union([text, v.array(text)])),
        without: v.optional(v.array(text)),
      }),
    ]),
  ),
  /** Whether the pool has one user more. */
  userCreated: v.optional(v.boolean()),
});

const operationNames = Object.keys(operations) as readonly (keyof typeof operations)[];

const step = v.pipe(
  v.strictObject({ ...v.partial(v.strictObject(operations)).entries, expect: v.optional(expectation, {}) }),
  v.check(
    (one) => operationNames.filter((name) => one[name]).length === 1,
    `a step has exactly one of ${operationNames.join(", ")}`,
  ),
);

const flowSchema = v.strictObject({
  title: text,
  pool: v.strictObject({
    settings: v.optional(
      v.partial(
        v.strictObject({
          signIn: v.picklist(["email", "phone", "email-or-phone", "username", "alias"]),
          preventUserExistenceErrors: v.picklist(["ENABLED", "LEGACY"]),
          accountRecovery: v.array(v.picklist(["email", "phone_number"])),
          preSignUpInRecovery: v.picklist(["none", "PreSignUp_SignUp", "PreSignUp_AdminCreateUser"]),
          emailSendingAccount: v.picklist(["DEVELOPER", "COGNITO_DEFAULT"]),
          clientId: text,
        }),
      ),
      {},
    ),
    users: v.optional(
      v.array(
        v.strictObject({
          username: text,
          attributes: words,
          status: v.optional(
            v.picklist(["UNCONFIRMED", "CONFIRMED", "RESET_REQUIRED", "FORCE_CHANGE_PASSWORD"]),
            "CONFIRMED",
          ),
          password: v.exactOptional(text),
          enabled: v.exactOptional(v.boolean()),
        }),
      ),
      [],
    ),
  }),
  /** An SQL file below the root, or `"down"`; the project's sample when left out. A store that is given goes before a file. */
  legacy: v.optional(text),
  environment: v.optional(words, {}),
  steps: v.pipe(v.array(step), v.minLength(1)),
});

export type Flow = v.InferOutput<typeof flowSchema>;
export type Step = Flow["steps"][number];
export type Expectation = Step["expect"];

/** The sources that a flow expects to run, each once. */
export function sourcesIn({ steps }: Flow): readonly string[] {
  return [
    ...new Set(steps.flatMap(({ expect }) => expect.triggers ?? []).map((each) => each.replace(/:.*/s, ""))),
  ];
}

/** The flow in a file, or what is wrong with it, each with its path. */
export function flowIn(root: string, file: string): { readonly flow: Flow } | Problem {
  const read = jsonIn(root, file);
  if ("problem" in read) return read;
  const parsed = v.safeParse(flowSchema, read.value);
  if (parsed.success) return { flow: parsed.output };
  return { file, problem: parsed.issues.map((issue) => `${file}: ${sentenceOf(issue)}`).join("\n") };
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? "the whole";
  // A strict object's own issues: a key too many, or one that is missing.
  if (issue.type === "strict_object" && issue.expected === "never")
    return `${path} is no key that a flow has.`;
  if (issue.received === "undefined") return `${path} is missing.`;
  if (issue.type === "check") return `${path}: ${issue.message}.`;
  return `${path} should be ${issue.expected}, not ${issue.received}.`;
}
