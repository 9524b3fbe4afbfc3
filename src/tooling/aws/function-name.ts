/** A function by what names it: an ARN, or a name, both with or without a version or alias. */
export interface FunctionName {
  readonly name: string;
  readonly qualifier: string | undefined;
  /** The ARN without version or alias; `undefined` where a name alone was written. */
  readonly bareArn: string | undefined;
}

const ARN = /^(arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+))(?::([\w$-]+))?$/;
const NAME = /^([\w][\w-]*)(?::([\w$-]+))?$/;

/** `undefined` when it is neither. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export function functionNameIn(text: string): FunctionName | undefined {
  const [, bareArn, ofArn, aliasOfArn] = ARN.exec(text) ?? [];
  if (ofArn !== undefined) return { name: ofArn, qualifier: aliasOfArn, bareArn };
  const [, name, qualifier] = NAME.exec(text) ?? [];
  return name === undefined ? undefined : { name, qualifier, bareArn: undefined };
}

/** An ARN of a function without its version or alias. */
export function bareArnOf(arn: string): string {
  return arn.split(":").slice(0, 7).join(":");
}

export function qualified(bareArn: string, qualifier: string | undefined): string {
  return qualifier === undefined ? bareArn : `${bareArn}:${qualifier}`;
}
