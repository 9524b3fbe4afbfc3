/** A placeholder until the messages are merged: lengths and the code's placeholder only. */
export type Part = "subject" | "email" | "sms";

export interface Placeholders {
  readonly code: string;
  readonly username?: string | undefined;
}

export interface RefusedPart {
  readonly rule: "characters" | "length" | "placeholder";
  readonly reason: string;
  readonly index?: number;
}

const most: Readonly<Record<Part, number>> = { subject: 140, email: 20_000, sms: 140 };

export function refusedIn(part: Part, text: string, { code }: Placeholders): readonly RefusedPart[] {
  return [
    ...(text.length > most[part]
      ? [
          {
            rule: "length" as const,
            reason: `${text.length} characters; Cognito takes at most ${most[part]}`,
          },
        ]
      : []),
    ...(part !== "subject" && !text.includes(code)
      ? [{ rule: "placeholder" as const, reason: `the code's placeholder ${code} is missing` }]
      : []),
  ];
}
