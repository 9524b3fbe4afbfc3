import { Token, Tokenization } from "aws-cdk-lib/core";

/** A text in which words replace CDK's tokens, the values that are known only at deployment. */
export interface TokenText {
  readonly text: string;
  /** The number of its tokens. */
  readonly tokens: number;
  /** Whether it is only one token, so that nothing of its value is known. */
  readonly isToken: boolean;
  /** Puts the tokens back into a part of the text. */
  readonly restored: (part: string) => string;
}

/**
 * Returns a text in a form that checks of names and ARNs can read while CDK runs: `secret:${secret.secretArn}#url`
 * contains a token.
 */
export function tokenText(value: string): TokenText {
  const tokens: string[] = [];
  const text: string = Tokenization.reverseString(value)
    .mapTokens({ mapToken: (token) => `CdkToken${tokens.push(Token.asString(token)) - 1}x` })
    .join({ join: (left = "", right = "") => `${left}${right}` });
  return {
    text,
    tokens: tokens.length,
    isToken: text === "CdkToken0x" && tokens.length === 1,
    restored: (part) => part.replace(/CdkToken(\d+)x/g, (_, index) => tokens[Number(index)] as string),
  };
}
