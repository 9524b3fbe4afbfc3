import { isDeepStrictEqual } from "node:util";
import type { Attributes } from "../../trigger/pool-event.ts";
import type { Json } from "../json/json.ts";
import { exceptions } from "./cognito-exception.ts";
import { judge } from "./judge.ts";
import type { ClientMetadata, PoolContext } from "./pool-context.ts";

/** The parts of an event that differ from call to call. */
export interface TriggerCall {
  readonly triggerSource: string;
  readonly userName: string;
  readonly request: Json;
  readonly response: Json;
  readonly clientId?: string | undefined;
}

/**
 * Runs a trigger and returns its response; `undefined` when there is no trigger or it changed nothing.
 *
 * @throws CognitoException as the app would receive it
 */
export async function runTrigger(pool: PoolContext, call: TriggerCall): Promise<Json | undefined> {
  const { triggerSource, userName, request, response, clientId } = call;
  const event = {
    version: "1",
    region: "eu-central-1",
    userPoolId: "eu-central-1_EXAMPLE",
    userName,
    callerContext: {
      awsSdkVersion: "aws-sdk-js-3.996.0",
      clientId: clientId ?? pool.settings.clientId,
    },
    triggerSource,
    request,
    response,
  };
  const answer = await pool.invoke(event);
  if (!answer) return undefined;
  const trigger = triggerSource.replace(/_.*/s, "");
  if (answer.is === "failed") throw exceptions.trigger(trigger, answer.errorMessage);
  if (answer.is === "died") throw exceptions.crashed(trigger, "it died");
  if (answer.is === "hung") throw exceptions.crashed(trigger, "it did not answer in time");
  const verdict = judge(event, answer);
  if (verdict.is === "rejected") throw exceptions.badAnswer(verdict.reasons.join("; "));
  const { response: returned } = JSON.parse(answer.text) as { response: Json };
  return isDeepStrictEqual(returned, response) ? undefined : returned;
}

/** Returns metadata as a part of a request; without metadata Cognito leaves the key out. */
export function metadataAs(
  key: "clientMetadata" | "validationData",
  metadata: ClientMetadata | undefined,
): Json {
  return metadata ? { [key]: metadata } : {};
}

/** Returns a user's attributes as events contain them. */
export function attributesOf(user: { readonly attributes: Attributes; readonly status: string }): Attributes {
  return { ...user.attributes, "cognito:user_status": user.status };
}
