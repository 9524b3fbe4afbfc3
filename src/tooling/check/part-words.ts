import type { Part } from "../../message/accepted.ts";

/** What authors call a part. */
export const partWords: Readonly<Record<Part, string>> = { subject: "subject", email: "email", sms: "SMS" };
