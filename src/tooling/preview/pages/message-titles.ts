import type { Part } from "../../../message/rejections.ts";
import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import type { CellState } from "../matrix-of.ts";

/** The parts in authors' words. */
export const partWords: Readonly<Record<Part, string>> = { subject: "subject", email: "email", sms: "SMS" };

/** The purpose of each message in authors' words. */
export const messageTitles: Readonly<Record<CustomMessageSource, string>> = {
  CustomMessage_SignUp: "Sign up",
  CustomMessage_AdminCreateUser: "Invitation",
  CustomMessage_ResendCode: "Resend code",
  CustomMessage_ForgotPassword: "Forgot password",
  CustomMessage_UpdateUserAttribute: "Change a contact",
  CustomMessage_VerifyUserAttribute: "Verify a contact",
  CustomMessage_Authentication: "Sign-in code",
};

/** A sign for each state, so that states differ without colours, and its name. */
export const stateWords: Readonly<Record<CellState, { readonly sign: string; readonly word: string }>> = {
  ready: { sign: "✓", word: "ready" },
  warning: { sign: "!", word: "with warnings" },
  error: { sign: "✕", word: "with errors" },
  missing: { sign: "○", word: "incomplete" },
  draft: { sign: "…", word: "draft" },
  "not offered": { sign: "–", word: "not written" },
};

/** What a value prints, in authors' words; a key of the client metadata has none. */
export const valueWords: Readonly<Record<string, string>> = {
  code: "the code",
  name: "the person's name",
  username: "the user name",
  resetLink: "the address for a new password",
  locale: "the tag of the language",
  "brand.name": "your company",
  "brand.domain": "your web site",
  "brand.legal": "the legal line",
  "brand.supportUrl": "your help page",
  "brand.supportEmail": "your address for help",
};
