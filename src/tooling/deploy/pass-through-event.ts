import type { TriggerName } from "../aws/pool-triggers.ts";
import type { RawEvent } from "../replay/raw-event.ts";
import type { Stage } from "../replay/stage.ts";
import { differences } from "./difference.ts";

/** A source that each trigger passes on, whatever the event: nothing is looked up for it, and nothing written. */
const passedSources: Readonly<Record<Exclude<TriggerName, "custom-message">, string>> = {
  // Both of its own sources ask the store; one that it does not know is given back untouched.
  "user-migration": "UserMigration_Smoke",
  "pre-sign-up": "PreSignUp_ExternalProvider",
  "post-confirmation": "PostConfirmation_ConfirmSignUp",
};

/**
 * An event that the trigger passes on: tried here first, on a stage without a store. Otherwise which source this
 * project's trigger does not pass on.
 */
export async function passedOn(
  stage: Stage,
  trigger: Exclude<TriggerName, "custom-message">,
): Promise<{ readonly event: RawEvent } | { readonly source: string }> {
  const source = passedSources[trigger];
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
  const here = await stage.invoke(event);
  const isPassed = here?.is === "answered" && differences(event, JSON.parse(here.text)).length === 0;
  return isPassed && here.log?.fault === undefined ? { event } : { source };
}
