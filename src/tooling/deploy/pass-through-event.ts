import type { TriggerName } from "../aws/pool-triggers.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import type { Stage } from "../replay/stage.ts";
import { differences } from "./difference.ts";

/** A source whose event each trigger returns unchanged, without a query or a write. */
const passThroughSources: Readonly<Record<Exclude<TriggerName, "custom-message">, string>> = {
  // Both of its sources query the store, but it returns an unknown source unchanged.
  "user-migration": "UserMigration_Smoke",
  "pre-sign-up": "PreSignUp_ExternalProvider",
  "post-confirmation": "PostConfirmation_ConfirmSignUp",
};

/**
 * Returns an event that the trigger returns unchanged, which is tried on a stage without a store first. Otherwise
 * returns the source for which this project's trigger does more.
 */
export async function passThroughEvent(
  stage: Stage,
  trigger: Exclude<TriggerName, "custom-message">,
): Promise<{ readonly event: RawEvent } | { readonly source: string }> {
  const source = passThroughSources[trigger];
  const event: RawEvent = {
    version: "1",
    triggerSource: source,
    region: "eu-central-1",
    userPoolId: "eu-central-1_Smoke",
    userName: "smoke",
    callerContext: { awsSdkVersion: "smoke", clientId: "smoke" },
    request: { userAttributes: {} },
    response: {},
  };
  const local = await stage.invoke(event);
  const isUnchanged = local?.is === "answered" && differences(event, JSON.parse(local.text)).length === 0;
  return isUnchanged && local.log?.fault === undefined ? { event } : { source };
}
