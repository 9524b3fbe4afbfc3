import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";

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

const known = new Map<string, string>();

/** `1 hour`, `24 hours`, `3 days`: in English, or as another language writes it. */
export function lifeIn(minutes: number, locale = "en"): string {
  const key = `${minutes} ${locale}`;
  const life = known.get(key) ?? format(minutes, locale);
  known.set(key, life);
  return life;
}

/** What a text says, and what that is: `“24 Stunden” (24 hours)`; once where both are the same. */
export function quoted({ said, minutes }: { readonly said: string; readonly minutes: number }): string {
  const life = lifeIn(minutes);
  return said.replace(/\s/g, " ") === life ? `“${said}”` : `“${said}” (${life})`;
}

function format(minutes: number, locale: string): string {
  const [unit, size] = unitOf(minutes);
  const style = { style: "unit", unit, unitDisplay: "long", numberingSystem: "latn" } as const;
  return new Intl.NumberFormat(locale, style).format(minutes / size);
}

function unitOf(minutes: number): readonly ["minute" | "hour" | "day", number] {
  if (minutes % 60 !== 0) return ["minute", 1];
  // A day is told as Cognito's documentation tells it.
  return minutes > 24 * 60 && minutes % (24 * 60) === 0 ? ["day", 24 * 60] : ["hour", 60];
}
