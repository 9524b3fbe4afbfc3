import { arnIn } from "../aws/arn.ts";
import type { Pool } from "./facts.ts";
import { isSentByCognito } from "./recovery-contacts.ts";

export interface SesIdentity {
  readonly region: string;
  readonly name: string;
  /** Whether it belongs to another account than the pool. */
  readonly isElsewhere: boolean;
}

/** Returns the SES identity that a pool sends as; `undefined` where Cognito's own account or a custom sender sends. */
export function sesIdentity(pool: Pool): SesIdentity | undefined {
  const { EmailSendingAccount, SourceArn } = pool.EmailConfiguration ?? {};
  if (EmailSendingAccount !== "DEVELOPER" || !SourceArn || !isSentByCognito("email", pool)) return undefined;
  const { region, account, resource } = arnIn(SourceArn);
  return {
    region,
    name: resource.replace(/^identity\//, ""),
    isElsewhere: account !== arnIn(pool.Arn).account,
  };
}
