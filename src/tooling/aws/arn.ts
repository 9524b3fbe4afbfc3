/** The parts of an ARN that place a thing: `arn:aws:ses:eu-west-1:123456789012:identity/example.com`. */
export interface Arn {
  readonly region: string;
  readonly account: string;
  readonly resource: string;
}

export function arnIn(text: string): Arn {
  const [, , , region = "", account = "", ...resource] = text.split(":");
  return { region, account, resource: resource.join(":") };
}
