import * as v from "valibot";
import { jsonIn, type Problem } from "./replay-files.ts";

const text = v.pipe(v.string(), v.minLength(1));
const words = v.record(v.string(), v.string());
const caller = { username: text, clientMetadata: v.optional(words), clientId: v.optional(text) };

const operations = {
  forgotPassword: v.strictObject(caller),
  /** Default code: the last one delivered. */
  confirmForgotPassword: v.strictObject({ ...caller, code: v.optional(text), password: text }),
  signIn: v.strictObject({
    ...caller,
    password: text,
    authFlow: v.optional(v.picklist(["USER_PASSWORD_AUTH", "USER_SRP_AUTH"])),
  }),
  signUp: v.strictObject({ ...caller, password: text, attributes: v.optional(words) }),
} as const;

const expectation = v.strictObject({
  /** All triggers that run, in order: a source, or `source: outcome`. */
  triggers: v.optional(v.array(text)),
  /** The exception's name, or `name: part of its message`. Default: no exception. */
  error: v.optional(text),
  /** `false`: no message is sent. */
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
  /** Whether the step creates a user in the pool. */
  userCreated: v.optional(v.boolean()),
});

const operationNames = Object.keys(operations) as readonly (keyof typeof operations)[];

const step = v.pipe(
  v.strictObject({ ...v.partial(v.strictObject(operations)).entries, expect: v.optional(expectation, {}) }),
  v.check(
    (one) => operationNames.filter((name) => one[name]).length === 1,
    `a step requires exactly one of ${operationNames.join(", ")}`,
  ),
);

const flowSchema = v.strictObject({
  title: text,
  pool: v.strictObject({
    settings: v.optional(
      v.strictObject({
        signIn: v.exactOptional(v.picklist(["email", "phone", "email-or-phone", "username", "alias"])),
        preventUserExistenceErrors: v.exactOptional(v.picklist(["ENABLED", "LEGACY"])),
        accountRecovery: v.exactOptional(v.array(v.picklist(["email", "phone_number"]))),
        preSignUpInRecovery: v.exactOptional(
          v.picklist(["none", "PreSignUp_SignUp", "PreSignUp_AdminCreateUser"]),
        ),
        emailSendingAccount: v.exactOptional(v.picklist(["DEVELOPER", "COGNITO_DEFAULT"])),
        clientId: v.exactOptional(text),
      }),
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
  /** An SQL file below the root, or `"down"`. Default: the project's sample. A store named by a variable takes precedence. */
  legacy: v.optional(text),
  environment: v.optional(words, {}),
  steps: v.pipe(v.array(step), v.minLength(1)),
});

export type Flow = v.InferOutput<typeof flowSchema>;
export type Step = Flow["steps"][number];
export type Expectation = Step["expect"];

/** Returns the trigger sources that a flow expects, each once. */
export function sourcesIn({ steps }: Flow): readonly string[] {
  return [
    ...new Set(steps.flatMap(({ expect }) => expect.triggers ?? []).map((each) => each.replace(/:.*/s, ""))),
  ];
}

/** Reads the flow in a file, or returns what is wrong with it, each issue with its path. */
export function flowIn(root: string, file: string): { readonly flow: Flow } | Problem {
  const read = jsonIn(root, file);
  if ("problem" in read) return read;
  const parsed = v.safeParse(flowSchema, read.value);
  if (parsed.success) return { flow: parsed.output };
  return { file, problem: parsed.issues.map((issue) => `${file}: ${sentenceOf(issue)}`).join("\n") };
}

function sentenceOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue) ?? "the file";
  // An issue of a strict object: an unknown key, or one that is missing.
  if (issue.type === "strict_object" && issue.expected === "never") return `${path} is not a key of a flow.`;
  if (issue.received === "undefined") return `${path} is missing.`;
  if (issue.type === "check") return `${path}: ${issue.message}.`;
  return `${path} must be ${issue.expected}, not ${issue.received}.`;
}
