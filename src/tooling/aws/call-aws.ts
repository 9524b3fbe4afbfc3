import { SetupError } from "../../error/setup-error.ts";

export type AwsErrorKind = "region" | "credentials" | "denied" | "not found" | "unreachable" | "rejected";

/** A failed call to AWS. Its message says what to do; its `cause` is the SDK's error. */
export class AwsError extends SetupError {
  readonly kind: AwsErrorKind;

  constructor(kind: AwsErrorKind, message: string, cause: unknown) {
    super(message, { cause });
    this.kind = kind;
  }
}

/** The missing settings of a shell that calls AWS, by the name or the code of the SDK's error, or by `name: message`. */
const missingSettings: readonly (readonly [kind: AwsErrorKind, errors: RegExp, message: string])[] = [
  [
    "region",
    /^Error: Region (?:is missing|not accepted)/,
    "No valid AWS Region is set: set AWS_REGION, for example AWS_REGION=eu-central-1.",
  ],
  [
    "credentials",
    /^(?:ExpiredToken|RequestExpired|UnauthorizedException|TokenProviderError)|^CredentialsProviderError: .*(?:session|token)/i,
    "The AWS session of this shell is missing or has expired: sign in again (for example with `aws sso login`).",
  ],
  [
    "credentials",
    /^CredentialsProviderError$/,
    "No AWS credentials are set here: sign in (for example with `aws sso login`), or set AWS_PROFILE to a profile that is signed in.",
  ],
  [
    "credentials",
    /^(?:UnrecognizedClient|InvalidClientTokenId|InvalidAccessKeyId|InvalidSignature|SignatureDoesNotMatch|IncompleteSignature|MissingAuthenticationToken)/,
    "AWS rejects the credentials of this shell, at least in this Region: sign in again, or set AWS_PROFILE to a profile that is signed in.",
  ],
];

const failures: readonly (readonly [
  kind: AwsErrorKind,
  errors: RegExp,
  message: (operation: string, sdkMessage: string) => string,
])[] = [
  [
    "denied",
    /^(AccessDenied|NotAuthorized|AuthorizationError|UnauthorizedOperation)/,
    // A call may need another permission than its own: to pass a role, or to use a key.
    (operation, sdkMessage) =>
      `These credentials are not allowed to call ${/not authorized to perform: ([\w-]+:\w+)/.exec(sdkMessage)?.[1] ?? operation}: ask an administrator to allow it.`,
  ],
  [
    "credentials",
    // Nothing else opens a file during a call.
    /^(?:ENOENT|EACCES|EISDIR|EPERM)$/,
    () => "A file with AWS credentials, which a variable or a profile of this shell names, cannot be read.",
  ],
  ["not found", /NotFound/, (operation, sdkMessage) => `${operation} found nothing: ${sdkMessage}`],
  [
    "unreachable",
    /^(TimeoutError|AggregateError|E[A-Z_]{3,}|CERT_\w+|\w*_CERT_\w+|\w+_CERTIFICATE|\w+_IN_CHAIN)$/,
    (operation) => `AWS could not be reached for ${operation}: check the network, the Region and any proxy.`,
  ],
];

/** Returns the setting that this shell must have to call AWS, if an error of the SDK is about one. */
export function missingSetting(
  error: unknown,
): { readonly kind: AwsErrorKind; readonly message: string } | undefined {
  if (!(error instanceof Error)) return undefined;
  const names = [...namesOf(error), `${error.name}: ${error.message}`];
  const [kind, , message] =
    missingSettings.find(([, errors]) => names.some((name) => errors.test(name))) ?? [];
  return kind && message ? { kind, message } : undefined;
}

/** The error's code names a failure of the network, its name an answer of AWS. */
function namesOf(error: Error): readonly string[] {
  return [error.name, (error as { code?: string }).code ?? ""];
}

/**
 * Returns the answer of a call to AWS.
 *
 * @param operation as IAM names it: `cognito-idp:DescribeUserPool`
 * @param call the call, or a function that makes it, perhaps in several pages
 * @throws AwsError with a message that says what to do
 */
export async function callAws<T>(operation: string, call: Promise<T> | (() => Promise<T>)): Promise<T> {
  try {
    return await (typeof call === "function" ? call() : call);
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    const missing = missingSetting(error);
    if (missing) throw new AwsError(missing.kind, missing.message, error);
    const [kind, , message] =
      failures.find(([, errors]) => namesOf(error).some((name) => errors.test(name))) ?? [];
    if (kind && message) throw new AwsError(kind, message(operation, error.message), error);
    throw new AwsError("rejected", `AWS rejected ${operation}: ${error.message}`, error);
  }
}
