import type { CustomMessageSource } from "../../trigger/custom-message-event.ts";

/**
 * How many minutes the code of each message is valid: Cognito fixes it. Where AWS does not say, a message
 * must not say either.
 */
export const codeLives: Readonly<Record<CustomMessageSource, number | undefined>> = {
  CustomMessage_ForgotPassword: 60,
  CustomMessage_SignUp: 24 * 60,
  CustomMessage_ResendCode: 24 * 60,
  CustomMessage_UpdateUserAttribute: 24 * 60,
  CustomMessage_VerifyUserAttribute: 24 * 60,
  CustomMessage_Authentication: undefined,
  CustomMessage_AdminCreateUser: undefined,
};

/** `1 hour`, `24 hours`, `3 days`: in English, or as another language writes it. */
export function lifeIn(minutes: number, locale = "en"): string {
  const [unit, size] =
    minutes % 60 !== 0
      ? (["minute", 1] as const)
      : minutes > 24 * 60 && minutes % (24 * 60) === 0
        ? (["day", 24 * 60] as const)
        : (["hour", 60] as const);
  return new Intl.NumberFormat(locale, {
    style: "unit",
    unit,
    unitDisplay: "long",
    numberingSystem: "latn",
  }).format(minutes / size);
}
