import { Token, Tokenization } from "aws-cdk-lib/core";

/** A text in which CDK's tokens, values known at deployment only, are words that a name may hold. */
export interface TokenText {
  readonly text: string;
  /** How many tokens are in it. */
  readonly tokens: number;
  /** Nothing but one token: what will stand there cannot be known at all. */
  readonly isToken: boolean;
  /** Puts the tokens back into a part of the text. */
  readonly restored: (part: string) => string;
}

/**
 * A text as it can be read while CDK runs: `secret:${secret.secretArn}#url` holds a token, which no check of
 * names and ARNs would take for what it will become.
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
