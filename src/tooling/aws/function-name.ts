/** The parts of an ARN or a name of a function. */
export interface FunctionName {
  readonly name: string;
  readonly qualifier: string | undefined;
  /** The ARN without version or alias; `undefined` for a bare name. */
  readonly bareArn: string | undefined;
}

const ARN = /^(arn:[\w-]+:lambda:[\w-]+:\d{12}:function:([\w-]+))(?::([\w$-]+))?$/;
const NAME = /^([\w][\w-]*)(?::([\w$-]+))?$/;

/** Returns the parts, or `undefined` for a text that is neither. https://docs.aws.amazon.com/lambda/latest/api/API_GetFunctionConfiguration.html */
export function functionNameIn(text: string): FunctionName | undefined {
  const [, bareArn, ofArn, aliasOfArn] = ARN.exec(text) ?? [];
  if (ofArn !== undefined) return { name: ofArn, qualifier: aliasOfArn, bareArn };
  const [, name, qualifier] = NAME.exec(text) ?? [];
  return name === undefined ? undefined : { name, qualifier, bareArn: undefined };
}

/** Returns a function's ARN without its version or alias. */
export function bareArnOf(arn: string): string {
  return arn.split(":").slice(0, 7).join(":");
}

export function qualified(bareArn: string, qualifier: string | undefined): string {
  return qualifier === undefined ? bareArn : `${bareArn}:${qualifier}`;
}
