import { SetupError } from "../../log/fault.ts";

/** Why a call to AWS came to nothing. */
export type Why = "region" | "credentials" | "denied" | "missing" | "unreachable" | "refused";

/** A call to AWS that came to nothing, told in a sentence. Its `cause` is the SDK's error. */
export class AwsRefusal extends SetupError {
  readonly why: Why;

  constructor(why: Why, message: string, cause: unknown) {
    super(message, { cause });
    this.why = why;
  }
}

/** What a shell lacks to call AWS, by the name or the code of the SDK's error, or by `name: message`. */
const missingSettings: readonly (readonly [why: Why, errors: RegExp, sentence: string])[] = [
  [
    "region",
    /^Error: Region (?:is missing|not accepted)/,
    "No AWS Region is set, or one that cannot be: set AWS_REGION, as in AWS_REGION=eu-central-1.",
  ],
  [
    "credentials",
    /^(?:ExpiredToken|RequestExpired|UnauthorizedException|TokenProviderError)|^CredentialsProviderError: .*(?:session|token)/i,
    "The AWS session of this shell is missing or has expired: sign in again (`aws sso login`, say).",
  ],
  [
    "credentials",
    /^CredentialsProviderError$/,
    "No AWS credentials are set here: sign in (`aws sso login`, say), or set AWS_PROFILE to a profile that is signed in.",
  ],
  [
    "credentials",
    /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/,
    "AWS rejects the credentials of this shell, at least in this Region: sign in again, or set AWS_PROFILE to a profile that is signed in.",
  ],
];

const whys: readonly (readonly [
  why: Why,
  errors: RegExp,
  sentence: (operation: string, told: string) => string,
])[] = [
  [
    "denied",
    /^(AccessDenied|NotAuthorized|AuthorizationError|UnauthorizedOperation)/,
    // A call may need another permission than its own: to pass a role, or to use a key.
    (operation, told) =>
      `These credentials may not call ${/not authorized to perform: ([\w-]+:\w+)/.exec(told)?.[1] ?? operation}: have it allowed to them.`,
  ],
  [
    "credentials",
    // Nothing else opens a file during a call.
    /^(?:ENOENT|EACCES|EISDIR|EPERM)$/,
    () => "A file with AWS credentials, which a variable or a profile of this shell names, cannot be read.",
  ],
  ["missing", /NotFound/, (operation, told) => `${operation} found nothing: ${told}`],
  [
    "unreachable",
    /^(TimeoutError|AggregateError|E[A-Z_]{3,}|CERT_\w+|\w*_CERT_\w+|\w+_CERTIFICATE|\w+_IN_CHAIN)$/,
    (operation) =>
      `AWS could not be reached for ${operation}: look at the network, the Region and any proxy.`,
  ],
];

/** Returns what this shell lacks to call AWS, in a sentence, where an error of the SDK says that; otherwise `undefined`. */
export function missingSetting(error: unknown): { readonly why: Why; readonly sentence: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const names = [...namesOf(error), `${error.name}: ${error.message}`];
  const [why, , sentence] =
    missingSettings.find(([, errors]) => names.some((name) => errors.test(name))) ?? [];
  return why && sentence ? { why, sentence } : undefined;
}

/** The code of an error names what the network did, its name what AWS answered. */
function namesOf(error: Error): readonly string[] {
  return [error.name, (error as { code?: string }).code ?? ""];
}

/**
 * What AWS answers to a call.
 *
 * @param operation as IAM names it: `cognito-idp:DescribeUserPool`
 * @param call the call, or what makes it, be it in several pages
 * @throws AwsRefusal with a sentence that says what to do
 */
export async function ask<T>(operation: string, call: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof call === "function" ? call() : call);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const missing = missingSetting(error);
    if (missing) throw new AwsRefusal(missing.why, missing.sentence, error);
    const [why, , sentence] =
      whys.find(([, errors]) => namesOf(error).some((name) => errors.test(name))) ?? [];
    if (why && sentence) throw new AwsRefusal(why, sentence(operation, error.message), error);
    throw new AwsRefusal("refused", `AWS refused ${operation}: ${error.message}`, error);
  }
}
