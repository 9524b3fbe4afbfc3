import { SetupError } from "../../log/fault.ts";

/** Why a call to AWS came to nothing. */
export type Why = "credentials" | "denied" | "missing" | "unreachable" | "refused";

/** A call to AWS that came to nothing, told in a sentence. Its `cause` is the SDK's error. */
export class AwsRefusal extends SetupError {
  readonly why: Why;

  constructor(why: Why, message: string, cause: unknown) {
    super(message, { cause });
    this.why = why;
  }
}

const whys: readonly (readonly [
  why: Why,
  errors: RegExp,
  sentence: (operation: string, told: string) => string,
])[] = [
  [
    "credentials",
    /^(CredentialsProviderError|ExpiredToken|UnrecognizedClient|InvalidClientTokenId|InvalidSignature|IncompleteSignature|MissingAuthenticationToken|TokenProviderError)/,
    () =>
      "AWS takes no credentials from here: sign in (`aws sso login`, say), or set AWS_PROFILE to a profile that is signed in.",
  ],
  [
    "denied",
    /^(AccessDenied|NotAuthorized|AuthorizationError|UnauthorizedOperation)/,
    // A call may need another permission than its own: to pass a role, or to use a key.
    (operation, told) =>
      `These credentials may not call ${/not authorized to perform: ([\w-]+:\w+)/.exec(told)?.[1] ?? operation}: have it allowed to them.`,
  ],
  ["missing", /NotFound/, (operation, told) => `${operation} found nothing: ${told}`],
  [
    "unreachable",
    /^(TimeoutError|AggregateError|E[A-Z_]{3,}|CERT_\w+|\w*_CERT_\w+|\w+_CERTIFICATE|\w+_IN_CHAIN|Error)$/,
    (operation) =>
      `AWS could not be reached for ${operation}: look at the network, the region and any proxy.`,
  ],
];

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
    // Node tells by a code what the network did, the SDK by a name what AWS said.
    const names = [error.name, (error as { code?: string }).code ?? ""];
    const [why, , sentence] = whys.find(([, errors]) => names.some((name) => errors.test(name))) ?? [];
    if (why && sentence) throw new AwsRefusal(why, sentence(operation, error.message), error);
    throw new AwsRefusal("refused", `AWS refused ${operation}: ${error.message}`, error);
  }
}
