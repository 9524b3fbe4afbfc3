import type { Rule } from "../rule.ts";
import { accountRecoveryRules } from "./account-recovery.ts";
import { appClientRules } from "./app-clients.ts";
import { attachmentRules } from "./attachment.ts";
import { emailDeliveryRules } from "./email-delivery.ts";
import { emailSenderRules } from "./email-sender.ts";
import { functionRoomRules } from "./function-room.ts";
import { functionRuntimeRules } from "./function-runtime.ts";
import { functionSettingRules } from "./function-settings.ts";
import { invocationRules } from "./invocation.ts";
import { lockedOutRules } from "./locked-out.ts";
import { mfaRules } from "./mfa.ts";
import { migrationRules } from "./migration.ts";
import { poolMessageRules } from "./pool-messages.ts";
import { replicaRules } from "./replica.ts";
import { signInRules } from "./sign-in.ts";
import { smsRules } from "./sms.ts";
import { userNameRules } from "./user-names.ts";

/** All rules, under the heading that docs/doctor.md gives them. */
export const ruleGroups: Readonly<Record<string, readonly Rule[]>> = {
  "Account recovery": [...replicaRules, ...accountRecoveryRules, ...mfaRules],
  "Locked-out people": lockedOutRules,
  "User names": userNameRules,
  Email: [...emailSenderRules, ...emailDeliveryRules],
  SMS: smsRules,
  "Sign-in": signInRules,
  "App clients": appClientRules,
  "Triggers and their functions": [
    ...attachmentRules,
    ...invocationRules,
    ...functionRoomRules,
    ...functionRuntimeRules,
    ...functionSettingRules,
  ],
  Migration: migrationRules,
  "The pool's own messages": poolMessageRules,
};

/** All rules, in one list. */
export const poolRules: readonly Rule[] = Object.values(ruleGroups).flat();
