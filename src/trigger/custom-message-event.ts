import type { Attributes, CallerData, Maybe, PoolEvent } from "./pool-event.ts";

/** The seven sources of the custom message trigger. A pool has one function for all of them. */
export const customMessageSources = [
  "CustomMessage_SignUp",
  "CustomMessage_AdminCreateUser",
  "CustomMessage_ResendCode",
  "CustomMessage_ForgotPassword",
  "CustomMessage_UpdateUserAttribute",
  "CustomMessage_VerifyUserAttribute",
  "CustomMessage_Authentication",
] as const;

export type CustomMessageSource = (typeof customMessageSources)[number];

interface CustomMessageRequest extends Pick<CallerData, "clientMetadata"> {
  readonly userAttributes?: Maybe<Attributes>;
  /** The placeholder that Cognito replaces with the code, `"{####}"`. The function never sees the code. */
  readonly codeParameter: string;
  /** The placeholder that Cognito replaces with a link, `"{##Click Here##}"`. */
  readonly linkParameter?: Maybe<string>;
}

/** The three parts of a message. For a part that is `null`, Cognito sends the pool's own text. */
export interface CustomMessageResponse {
  readonly smsMessage?: Maybe<string>;
  readonly emailMessage?: Maybe<string>;
  readonly emailSubject?: Maybe<string>;
}

type CustomMessageOf<Source extends CustomMessageSource, Request> = PoolEvent<
  Source,
  CustomMessageRequest & Request,
  CustomMessageResponse
>;

/** An invitation, the only message with a placeholder for the user name. */
export type AdminCreateUserMessageEvent = CustomMessageOf<
  "CustomMessage_AdminCreateUser",
  { readonly usernameParameter: string }
>;

type CodeMessageSource = Exclude<CustomMessageSource, "CustomMessage_AdminCreateUser">;

/** A message with a code. Emulators send a `usernameParameter` too, which is ignored. */
export type CodeMessageEvent = {
  [Source in CodeMessageSource]: CustomMessageOf<Source, { readonly usernameParameter?: null }>;
}[CodeMessageSource];

export type CustomMessageEvent = AdminCreateUserMessageEvent | CodeMessageEvent;
