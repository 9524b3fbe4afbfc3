import type { Attributes } from "../../trigger/pool-event.ts";
import { isObject, type Json } from "../json/json.ts";
import { exceptions } from "./cognito-exception.ts";
import { judge } from "./judge.ts";
import type { PoolSettings } from "./pool-settings.ts";
import type { RawEvent } from "./raw-event.ts";
import type { TriggerAnswer } from "./trigger-answer.ts";
import type { Users } from "./users.ts";

/** What each operation of the pool works with. */
export interface World {
  readonly settings: PoolSettings;
  readonly users: Users;
  /** Runs the trigger of an event; `undefined` when the pool has none for it. */
  readonly invoke: (event: RawEvent) => Promise<TriggerAnswer | undefined>;
  readonly deliver: (message: DeliveredMessage) => void;
  /** ms since 1970. */
  readonly now: () => number;
  /** The next code: six digits. */
  readonly code: () => string;
}

export interface DeliveredMessage {
  readonly medium: "EMAIL" | "SMS";
  readonly to: string;
  /** Emails only. */
  readonly subject?: string;
  readonly text: string;
}

/** The caller's own words, as one API call has them. */
export type ClientMetadata = Readonly<Record<string, string>>;

/** One event's parts that differ; the rest is the pool's. */
export interface Happening {
  readonly triggerSource: string;
  readonly userName: string;
  readonly request: Json;
  readonly response: Json;
  readonly clientId?: string | undefined;
}

/**
 * The response keys that a trigger changed, `undefined` when there is no trigger or it changed nothing.
 *
 * @throws CognitoException as the caller would see it
 */
export async function asked(world: World, happening: Happening): Promise<Json | undefined> {
  const { triggerSource, userName, request, response, clientId } = happening;
  const event = {
    version: "1",
    region: "eu-central-1",
    userPoolId: "eu-central-1_EXAMPLE",
    userName,
    callerContext: {
      awsSdkVersion: "aws-sdk-js-3.996.0",
      clientId: clientId ?? world.settings.clientId,
    },
    triggerSource,
    request,
    response,
  };
  const invocation = await world.invoke(event);
  if (!invocation) return undefined;
  const trigger = triggerSource.replace(/_.*/s, "");
  if (invocation.is === "failed") throw exceptions.trigger(trigger, invocation.errorMessage);
  if (invocation.is === "died") throw exceptions.crashed(trigger, "it died");
  if (invocation.is === "hung") throw exceptions.crashed(trigger, "it did not answer in time");
  const verdict = judge(event, invocation);
  if (verdict.is === "refused") throw exceptions.badAnswer(verdict.reasons.join("; "));
  const answer = (JSON.parse(invocation.text) as { response: Json }).response;
  const isSame = JSON.stringify(answer) === JSON.stringify(response);
  return isSame || !isObject(answer) ? undefined : answer;
}

/** Metadata as the wire has it: the key is absent when nothing was sent. */
export function sentAs(key: "clientMetadata" | "validationData", metadata: ClientMetadata | undefined): Json {
  return metadata ? { [key]: metadata } : {};
}

/** A user's attributes as events have them. */
export function attributesOf(user: { readonly attributes: Attributes; readonly status: string }): Attributes {
  return { ...user.attributes, "cognito:user_status": user.status };
}
