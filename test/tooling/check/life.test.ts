import { describe, expect, test } from "vitest";
import { findingsOf, foundBy, toldBy } from "./found.ts";
import { edited } from "./shipped.ts";

const SMS = "templates/de/forgot-password/sms.txt.hbs";
const EMAIL = "templates/de/forgot-password/email.html.hbs";
const life = ["wrong-life", "unknown-life", "unstated-life"];
const sms = (message: string, text: string) => ({
  [`templates/de/${message}/sms.txt.hbs`]: `{{code}} {{brand.name}}: ${text}`,
});

describe("how long a code is valid", () => {
  test("a wrong life is told where it stands, with what is true", () => {
    expect(findingsOf(life, sms("forgot-password", "Er gilt 24 Stunden."))).toMatchObject([
      {
        rule: "wrong-life",
        severity: "error",
        file: SMS,
        column: 34,
        message: "The text says “24 Stunden” (24 hours); the code is valid for 1 hour.",
        mending:
          "Write “1 Stunde”; or, if this is about something else, say as well how long the code is valid: “1 Stunde”.",
      },
    ]);
  });

  test.each([
    ["forgot-password", "Er gilt 60 Minuten.", "Er gilt 1 Tag.", "1 day"],
    ["sign-up", "Er gilt 1 Tag.", "Er gilt 1 Stunde.", "1 hour"],
    ["resend-code", "Er gilt 24 Std.", "Er gilt eine Stunde.", "1 hour"],
    ["update-user-attribute", "24 Stunden", "48 Stunden", "2 days"],
    ["verify-user-attribute", "1440 Minuten", "10 Minuten", "10 minutes"],
  ])("%s: %s is right, %s is not", (message, right, wrong) => {
    expect(toldBy(life, sms(message, right))).toEqual([]);
    expect(findingsOf(life, sms(message, wrong))).toMatchObject([{ rule: "wrong-life", severity: "error" }]);
  });

  test("of a code to sign in with nobody knows", () => {
    expect(foundBy(life, sms("authentication", "Er gilt 3 Minuten."))).toEqual([
      "templates/de/authentication/sms.txt.hbs:1:34 warning: The text says “3 Minuten” (3 minutes), and how long this code is valid is not known. If this is about the code, remove it; if it is about something else, leave it. (unknown-life)",
    ]);
    expect(foundBy(life, sms("authentication", "Wir antworten in einem Tag."))).toEqual([
      "templates/de/authentication/sms.txt.hbs:1:43 warning: The text says “einem Tag” (24 hours), and how long this code is valid is not known. If this is about the code, remove it; if it is about something else, leave it. (unknown-life)",
    ]);
  });

  test("of a temporary password the pool decides: a warning, for it cannot be seen here", () => {
    expect(foundBy(life, sms("admin-create-user", "{{username}} 7 Tage"))).toEqual([
      "templates/de/admin-create-user/sms.txt.hbs:1:39 warning: The text says “7 Tage” (7 days). A pool sets how long a temporary password is valid, so nobody can check it here. Ask an engineer what your pool sets, or remove it. (unknown-life)",
    ]);
  });

  test("in what a list of emails shows, it is an error by itself", () => {
    const to = "Hier ist Ihr Code für ein neues Passwort. Er gilt 24 Stunden.";
    expect(
      findingsOf(life, edited(EMAIL, "Hier ist Ihr Code für ein neues Passwort. Er gilt 1 Stunde.", to)),
    ).toMatchObject([{ rule: "wrong-life", severity: "error", line: 1, column: 104 }]);
  });

  test("beside the right one it may be about something else: a warning", () => {
    const to = "<p>Der Code gilt 1&nbsp;Stunde.</p><p>Wir antworten in 2&nbsp;Tagen.</p>";
    expect(findingsOf(life, edited(EMAIL, "<p>Der Code gilt 1 Stunde.</p>", to))).toMatchObject([
      {
        rule: "wrong-life",
        severity: "warning",
        line: 5,
        column: 56,
        mending: expect.stringContaining("something else"),
      },
    ]);
  });

  test.each([
    ["in figures", "Der Code gilt 1 Stunde."],
    ["in words", "Der Code gilt eine Stunde."],
  ])("beside the right one %s, where to look if the email is late is no error", (_, right) => {
    const to = `<p>${right}</p><p>Nichts da nach 5 Minuten? Sehen Sie in den Spam-Ordner.</p>`;
    expect(findingsOf(life, edited(EMAIL, "<p>Der Code gilt 1 Stunde.</p>", to))).toMatchObject([
      { rule: "wrong-life", severity: "warning", line: 5 },
    ]);
    const ask = 'ask="Nichts da nach 5 Minuten?"';
    expect(findingsOf(life, edited(EMAIL, 'ask="Brauchen Sie Hilfe?"', ask))).toMatchObject([
      { rule: "wrong-life", severity: "warning", line: 11 },
    ]);
  });

  test.each([
    ["half an hour", "half an hour", "30 minutes"],
    ["an hour and a half", "an hour and a half", "90 minutes"],
    ["1 hour 30 minutes", "1 hour 30 minutes", "90 minutes"],
    ["90 minutes", "90 minutes", undefined],
  ])("%s is not one hour", (_, text, minutes) => {
    const lines = toldBy(life, {
      "templates/en/forgot-password/sms.txt.hbs": `{{code}} {{brand.name}}: valid for ${text}.`,
    });
    expect(lines).toEqual([
      expect.stringContaining(`error: The text says “${text}”${minutes ? ` (${minutes})` : ";"}`),
    ]);
  });

  test("one that is split by tags is read as one", () => {
    const to = "<p>Der Code gilt <b>24</b>&nbsp;<i>Stunden</i>.</p>";
    expect(toldBy(life, edited(EMAIL, "<p>Der Code gilt 1 Stunde.</p>", to))).toEqual([
      `${EMAIL}:5:21 error: The text says “24\u00a0Stunden” (24 hours); the code is valid for 1 hour. (wrong-life)`,
    ]);
  });

  test("numbers in different branches, blocks or values are not put together", () => {
    const to = "<p>Der Code gilt 1 Stunde.</p><table><tr><td>24</td><td>Stunden</td></tr></table>";
    expect(toldBy(life, edited(EMAIL, "<p>Der Code gilt 1 Stunde.</p>", to))).toEqual([]);
    expect(
      toldBy(life, sms("forgot-password", "1 Stunde{{#if resetLink}} 24{{else}} Stunden{{/if}}")),
    ).toEqual([]);
  });
});

describe("a life that the default language alone states", () => {
  test("is a warning that accuses nobody", () => {
    expect(findingsOf(life, sms("forgot-password", "Geben Sie ihn niemandem."))).toMatchObject([
      {
        rule: "unstated-life",
        severity: "warning",
        file: SMS,
        line: 1,
        column: 1,
        message:
          "English (en) says here that the code is valid for 1 hour; in German (de) no such words were recognised.",
        mending:
          "If they are missing, add them, such as “1 Stunde”; if they are there in other words, all is well.",
      },
    ]);
  });

  test.each([
    ["in words", sms("sign-up", "Er gilt vierundzwanzig Stunden.")],
    [
      "in a subject, where none is stated",
      { "templates/de/sign-up/subject.txt.hbs": "Ihr Code, {{brand.name}}" },
    ],
    [
      "that the default language does not state either",
      {
        ...sms("forgot-password", "Nur für Sie."),
        "templates/en/forgot-password/sms.txt.hbs": "{{code}} {{brand.name}}",
      },
    ],
  ])("not %s", (_, files) => {
    expect(toldBy(life, files).filter((line) => line.startsWith("templates/de/"))).toEqual([]);
  });
});

/** One sentence for each of the lives of 1 and of 24 hours. */
const sentences: Readonly<Record<string, readonly [string, string]>> = {
  ar: ["صالح لمدة ساعة واحدة.", "صالح لمدة 24 ساعة."],
  bg: ["Валиден 1 час.", "Валиден 24 часа."],
  cs: ["Platí 1 hodinu.", "Platí 24 hodin."],
  da: ["Gyldig i 1 time.", "Gyldig i 24 timer."],
  el: ["Ισχύει για 1 ώρα.", "Ισχύει για 24 ώρες."],
  es: ["Válido durante una hora.", "Válido durante 24 horas."],
  fa: ["تا ۱ ساعت معتبر است.", "تا ۲۴ ساعت معتبر است."],
  fi: ["Voimassa tunnin: 1 tunti.", "Voimassa 24 tuntia."],
  he: ["תקף לשעה אחת.", "תקף ל-24 שעות."],
  hi: ["1 घंटे तक मान्य।", "२४ घंटे तक मान्य।"],
  hu: ["1 óráig érvényes.", "24 óráig érvényes."],
  id: ["Berlaku 1 jam.", "Berlaku 24 jam."],
  ja: ["有効期間は一時間です。", "有効期間は24時間です。"],
  ko: ["유효 시간은 1시간입니다.", "24시간 동안 유효합니다."],
  nl: ["1 uur geldig.", "24 uur geldig."],
  pl: ["Ważny przez 1 godzinę.", "Ważny przez 24 godziny."],
  ru: ["Действует 1 час.", "Действует 24 часа."],
  th: ["ใช้ได้ 1 ชั่วโมง", "ใช้ได้ 24 ชั่วโมง"],
  tr: ["1 saat geçerlidir.", "24 saat geçerlidir."],
  uk: ["Дійсний 1 годину.", "Дійсний 24 години."],
  vi: ["Có hiệu lực trong 1 giờ.", "Có hiệu lực trong 24 giờ."],
  "zh-Hans": ["1小时内有效。", "24小时内有效。"],
  "zh-Hant": ["1 小時內有效。", "24 小時內有效。"],
};

describe("each language, rightly and wrongly", () => {
  /** What is said of SMS of a language, by their messages: `sign-up wrong-life error`. */
  const saidOf = (locale: string, texts: Readonly<Record<string, string>>) => {
    const fileOf = (message: string) => `templates/${locale}/${message}/sms.txt.hbs`;
    const files = Object.entries(texts).map(([message, text]) => [
      fileOf(message),
      `{{code}} {{brand.name}}: ${text}`,
    ]);
    const settings = JSON.stringify({ default: "en", locales: ["en", locale] });
    const findings = findingsOf(life, { ...Object.fromEntries(files), "templates/messages.json": settings });
    return Object.keys(texts).flatMap((message) =>
      findings
        .filter(({ file }) => file === fileOf(message))
        .map(({ rule, severity }) => `${message} ${rule} ${severity}`),
    );
  };

  test.each(Object.entries(sentences))("%s", (locale, [hour, day]) => {
    const right = { "forgot-password": hour, "sign-up": day };
    expect(saidOf(locale, { ...right, "resend-code": "" })).toEqual(["resend-code unstated-life warning"]);
    expect(saidOf(locale, { "forgot-password": day, "sign-up": hour })).toEqual([
      "forgot-password wrong-life error",
      "sign-up wrong-life error",
    ]);
  });
});
