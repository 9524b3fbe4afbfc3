import type { Rule } from "../rule.ts";
import { accountRecoveryRules } from "./account-recovery-rules.ts";
import { appClientRules } from "./app-client-rules.ts";
import { attachmentRules } from "./attachment-rules.ts";
import { emailDeliveryRules } from "./email-delivery-rules.ts";
import { emailSenderRules } from "./email-sender-rules.ts";
import { functionResourceRules } from "./function-resource-rules.ts";
import { functionRuntimeRules } from "./function-runtime-rules.ts";
import { functionSettingRules } from "./function-setting-rules.ts";
import { invocationRules } from "./invocation-rules.ts";
import { lockedOutRules } from "./locked-out-rules.ts";
import { mfaRules } from "./mfa-rules.ts";
import { migrationRules } from "./migration-rules.ts";
import { poolMessageRules } from "./pool-message-rules.ts";
import { replicaRules } from "./replica-rules.ts";
import { signInRules } from "./sign-in-rules.ts";
import { smsRules } from "./sms-rules.ts";
import { userNameRules } from "./user-name-rules.ts";

/** All rules, by their heading in docs/doctor.md. */
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
    ...functionResourceRules,
    ...functionRuntimeRules,
    ...functionSettingRules,
  ],
  Migration: migrationRules,
  "The pool's own messages": poolMessageRules,
};

/** All rules, in one list. */
export const poolRules: readonly Rule[] = Object.values(ruleGroups).flat();
