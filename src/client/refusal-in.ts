/** A trigger's "no", as the app receives it. */
export interface ReceivedRefusal {
  /** The stable word: `LEGACY_ACCOUNT` of `notInLegacy`, `TRY_AGAIN` after a failure, or one of your own policies. */
  readonly word: string;
  /** The sentence for the person, in the language in which the trigger was written. */
  readonly sentence: string;
}

/**
 * Returns the refusal in an error of Cognito, also of SignUp, whichever library it comes from; `undefined` when
 * there is none. Cognito's text is "PreSignUp failed with error LEGACY_ACCOUNT: There is an account already.".
 */
export function refusalIn(error: unknown): ReceivedRefusal | undefined {
  const { message } = (error ?? {}) as { message?: unknown };
  const [, word, sentence] = /^\w+ failed with error ([A-Z][A-Z\d_]*): (.+)$/s.exec(`${message}`) ?? [];
  return word && sentence ? { word, sentence } : undefined;
}
