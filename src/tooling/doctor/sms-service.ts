import { arnIn } from "../aws/arn.ts";
import type { Pool } from "./facts.ts";
import { isSentByCognito } from "./recovery-contacts.ts";

export interface SmsService {
  /** `EUMS`: AWS End User Messaging. */
  readonly is: "SNS" | "EUMS";
  readonly region: string;
}

/** Returns the service by which a pool sends SMS; `undefined` where it sends none, or a custom sender does. */
export function smsService(pool: Pool): SmsService | undefined {
  const { SnsCallerArn, SnsRegion, EumsSms } = pool.SmsConfiguration ?? {};
  if (!isSentByCognito("phone_number", pool)) return undefined;
  const { region } = arnIn(pool.Arn);
  if (EumsSms?.CallerArn) return { is: "EUMS", region: EumsSms.Region ?? region };
  return SnsCallerArn ? { is: "SNS", region: SnsRegion ?? region } : undefined;
}
