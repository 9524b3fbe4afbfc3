import type { Part } from "../../../message/rejections.ts";
import type { CustomMessageSource } from "../../../trigger/custom-message-event.ts";
import type { CellState } from "../matrix.ts";

/** What people who write them call the parts. */
export const partWords: Readonly<Record<Part, string>> = { subject: "subject", email: "email", sms: "SMS" };

/** What a message is for, in words that people who write it use. */
export const messageNames: Readonly<Record<CustomMessageSource, string>> = {
  CustomMessage_SignUp: "Sign up",
  CustomMessage_AdminCreateUser: "Invitation",
  CustomMessage_ResendCode: "Resend code",
  CustomMessage_ForgotPassword: "Forgot password",
  CustomMessage_UpdateUserAttribute: "Change a contact",
  CustomMessage_VerifyUserAttribute: "Verify a contact",
  CustomMessage_Authentication: "Sign-in code",
};

/** The states of a cell: a sign that is told apart without colours, and what it means. */
export const stateWords: Readonly<Record<CellState, { readonly sign: string; readonly word: string }>> = {
  clean: { sign: "✓", word: "clean" },
  warned: { sign: "!", word: "warned" },
  failing: { sign: "✕", word: "failing" },
  missing: { sign: "∅", word: "missing" },
  draft: { sign: "…", word: "draft" },
  "not offered": { sign: "–", word: "not offered" },
};
