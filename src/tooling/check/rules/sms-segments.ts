import type { Rule } from "../rule.ts";
import { type SmsSize, smsSize } from "../sms/sms-size.ts";

/** From here on an SMS costs three times as much as one that fits. */
const MANY = 3;

export const smsSegments: Rule = {
  name: "sms-segments",
  severity: "warning",
  protects:
    "A long SMS is sent as several messages. Each is paid for, and the more there are, the likelier one is late or lost.",
  mending: "Shorten the text.",
  example: {
    file: "templates/ja/forgot-password/sms.txt.hbs",
    to: `{{code}} は${"確認コードです。".repeat(16)}`,
  },
  check: (project) =>
    project.parts
      .filter(({ part }) => part === "sms")
      .map((part) => ({ part, size: smsSize(part, project) }))
      .filter(({ size }) => size.segments >= MANY)
      .map(({ part, size }) => ({ file: part.file, index: 0, part, message: told(size) })),
};

function told({ segments, characters, encoding }: SmsSize): string {
  const cost = `At its longest this SMS has ${characters} characters and is sent as ${segments} messages, each of which is paid for`;
  return encoding === "GSM-7" ? `${cost}.` : `${cost}: in its letters a message holds about 70 characters.`;
}
