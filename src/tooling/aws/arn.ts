/** The parts of an ARN that place a thing: `arn:aws:ses:eu-west-1:123456789012:identity/example.com`. */
export interface Arn {
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

/** Returns the parts of an ARN; the Region is empty where it is missing or masked. */
export function arnIn(text: string): Arn {
  const [, , , region = "", account = "", ...resource] = text.split(":");
  return { region: REGION.test(region) ? region : "", account, resource: resource.join(":") };
}

const REGION = /^[a-z]{2}(?:-[a-z]+)+-\d$/;
