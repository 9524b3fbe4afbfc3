import { placeholdersOf } from "../../message/placeholders.ts";
import { isObject } from "../json/json.ts";
import { fillPlaceholders } from "../local-pool/fill-placeholders.ts";
import { judge, type Verdict } from "../local-pool/judge.ts";
import type { MessageParts } from "../local-pool/message-rejections.ts";
import type { RawEvent } from "../local-pool/raw-event.ts";
import type { Invocation } from "./invocation.ts";
import { eventIn, type Problem } from "./replay-files.ts";
import { type Stage, triggerOf } from "./stage.ts";

/** The replay of one event file. */
export interface EventReport {
  readonly file: string;
  readonly triggerSource: string;
  readonly trigger: string;
  readonly invocation: Invocation;
  readonly verdict: Verdict;
  /** The response keys that the trigger changed; empty when it passed. */
  readonly response: Readonly<Record<string, unknown>>;
  /** Custom messages only: what Cognito would send, with the code inserted. */
  readonly message?: MessageParts;
}

/** The code in every message shown. */
const SAMPLE_CODE = "123456";

/** A file left out because its trigger was not built. */
export interface LeftOutFile {
  readonly file: string;
  /** The sources that no built trigger answers. */
  readonly sources: readonly string[];
}

/** Returns the problem of a file that was left out although the user named it. */
export function leftOutProblem({ file, sources }: LeftOutFile): Problem {
  const files = sources.map((source) => `triggers/${triggerOf(source)}.ts`);
  const problem = `${file}: no trigger was built for ${sources.join(", ")}; ${[...new Set(files)].join(", ")} would answer it.`;
  return { file, problem };
}

/** Replays the event in a file, or returns why it cannot. */
export async function replayedEvent(
  root: string,
  file: string,
  stage: Stage,
): Promise<EventReport | LeftOutFile | Problem> {
  const read = eventIn(root, file);
  if ("problem" in read) return read;
  const { event } = read;
  const { triggerSource } = event;
  const trigger = triggerOf(triggerSource);
  const invocation = await stage.invoke(event);
  if (!invocation) return { file, sources: [triggerSource] };
  const response = changedIn(event, invocation);
  return {
    file,
    triggerSource,
    trigger,
    invocation,
    verdict: judge(event, invocation),
    response,
    ...(trigger === "custom-message" && { message: messageIn(event, response) }),
  };
}

function changedIn({ response: sent }: RawEvent, invocation: Invocation): Record<string, unknown> {
  if (invocation.is !== "answered") return {};
  const answer: unknown = JSON.parse(invocation.text);
  const response = isObject(answer) && isObject(answer.response) ? answer.response : {};
  const before = isObject(sent) ? sent : {};
  const isChanged = (key: string) => JSON.stringify(response[key]) !== JSON.stringify(before[key]);
  return Object.fromEntries(Object.entries(response).filter(([key]) => isChanged(key)));
}

function messageIn(
  { triggerSource, request }: RawEvent,
  response: Readonly<Record<string, unknown>>,
): MessageParts {
  const placeholders = placeholdersOf({ triggerSource, request: isObject(request) ? request : {} });
  const sent = (text: string) =>
    fillPlaceholders(text, placeholders, { code: SAMPLE_CODE, username: "anna" });
  const { emailSubject, emailMessage, smsMessage } = response;
  return {
    // Cognito inserts nothing into a subject.
    ...(typeof emailSubject === "string" && { emailSubject }),
    ...(typeof emailMessage === "string" && { emailMessage: sent(emailMessage) }),
    ...(typeof smsMessage === "string" && { smsMessage: sent(smsMessage) }),
  };
}
