import { describe, expect, test } from "vitest";
import {
  durationsInFigures,
  durationsInWords,
  isReadable,
  namesHours,
} from "../../../../src/tooling/check/words/durations.ts";

const inFigures = (locale: string, text: string) =>
  durationsInFigures(text, locale).map(({ minutes, said }) => [minutes, said]);

describe("lengths of time in figures", () => {
  test.each([
    ["en", "Valid for 1 hour.", 60, "1 hour"],
    ["en", "This is a 24-hour code.", 1440, "24-hour"],
    ["en", "Valid for 24\u00a0h.", 1440, "24\u00a0h"],
    ["en", "valid for 60 minutes", 60, "60 minutes"],
    ["en", "valid for 1 day.", 1440, "1 day"],
    ["en", "valid for 24hrs", 1440, "24hrs"],
    ["en", "Valid for 1,440 minutes", 1440, "1,440 minutes"],
    ["en", "Valid for 1.5 hours", 90, "1.5 hours"],
    ["en", "Valid for 1 week", 10_080, "1 week"],
    ["de", "Er gilt 24 Stunden.", 1440, "24 Stunden"],
    ["de", "Gültig für 24 Std.", 1440, "24 Std"],
    ["de-AT", "innerhalb von 2 Tagen", 2880, "2 Tagen"],
    ["en", "Valid for 1 hour and 30 minutes.", 90, "1 hour and 30 minutes"],
    ["en", "Valid for 1 hour and a half.", 90, "1 hour and a half"],
    ["de", "Gültig: 1 Std. 30 Min.", 90, "1 Std. 30 Min"],
    ["fr", "Valable 1 h 30", 90, "1 h 30"],
    ["fr", "Valable 1 heure et 30 minutes", 90, "1 heure et 30 minutes"],
    ["ar", "صالح لمدة 1 ساعة و30 دقيقة.", 90, "1 ساعة و30 دقيقة"],
    ["pl", "ważny 1 godzinę i 30 minut", 90, "1 godzinę i 30 minut"],
    ["ja", "有効期間は1時間30分です。", 90, "1時間30分"],
    ["ja", "有効期間は1時間半です。", 90, "1時間半"],
    ["ko", "1시간 반 동안 유효합니다.", 90, "1시간 반"],
    ["ar", "الرمز صالح لمدة 30 دقيقة.", 30, "30 دقيقة"],
    ["ar", "الرمز صالح لمدة ٣٠ دقيقة.", 30, "٣٠ دقيقة"],
    ["ar", "الرمز صالح لمدة ٥ دقائق.", 5, "٥ دقائق"],
    ["ar", "الرمز صالح لمدة 100 يوم.", 144_000, "100 يوم"],
    ["fr", "Le code est valable 1\u00a0heure.", 60, "1\u00a0heure"],
    ["fr", "Valable 24 h", 1440, "24 h"],
    ["es", "Caduca en 24 horas.", 1440, "24 horas"],
    ["it", "Vale per 1 ora.", 60, "1 ora"],
    ["pt-BR", "Válido por 1 hora.", 60, "1 hora"],
    ["nl", "De code is 24 uur geldig.", 1440, "24 uur"],
    ["sv", "Koden gäller i 24 timmar.", 1440, "24 timmar"],
    ["da", "Koden gælder i 1 time.", 60, "1 time"],
    ["nb", "Koden er gyldig i 24 timer.", 1440, "24 timer"],
    ["fi", "Koodi on voimassa 1 tunnin.", 60, "1 tunnin"],
    ["fi", "Koodi on voimassa 24 tuntia.", 1440, "24 tuntia"],
    ["et", "Kood kehtib 24 tundi.", 1440, "24 tundi"],
    ["hu", "A kód 24 óráig érvényes.", 1440, "24 óráig"],
    ["hu", "A kód 1 óráig érvényes.", 60, "1 óráig"],
    ["pl", "Kod jest ważny przez 1 godzinę.", 60, "1 godzinę"],
    ["pl", "Kod jest ważny przez 24 godziny.", 1440, "24 godziny"],
    ["pl", "Kod jest ważny 60 minut.", 60, "60 minut"],
    ["cs", "Kód je platný 1 hodinu.", 60, "1 hodinu"],
    ["cs", "Kód je platný 24 hodin.", 1440, "24 hodin"],
    ["sk", "Kód platí 1 hodinu.", 60, "1 hodinu"],
    ["hr", "Kod vrijedi 24 sata.", 1440, "24 sata"],
    ["sr", "Код важи 24 сата.", 1440, "24 сата"],
    ["sl", "Koda velja 1 uro.", 60, "1 uro"],
    ["bg", "Кодът е валиден 1 час.", 60, "1 час"],
    ["ru", "Код действителен 1 час.", 60, "1 час"],
    ["ru", "Код действует в течение 24 часов.", 1440, "24 часов"],
    ["ru", "Код действует 1 сутки.", 1440, "1 сутки"],
    ["uk", "Код дійсний 1 годину.", 60, "1 годину"],
    ["uk", "Код дійсний 24 години.", 1440, "24 години"],
    ["lt", "Kodas galioja 1 valandą.", 60, "1 valandą"],
    ["lv", "Kods ir derīgs 1 stundu.", 60, "1 stundu"],
    ["el", "Ο κωδικός ισχύει για 1 ώρα.", 60, "1 ώρα"],
    ["el", "Ο κωδικός ισχύει για 24 ώρες.", 1440, "24 ώρες"],
    ["ro", "Codul este valabil 24 de ore.", 1440, "24 de ore"],
    ["tr", "Kod 1 saat geçerlidir.", 60, "1 saat"],
    ["tr", "Kodun geçerlilik süresi 24 saattir.", 1440, "24 saattir"],
    ["hi", "यह कोड 1 घंटे तक मान्य है।", 60, "1 घंटे"],
    ["hi", "यह कोड २४ घंटे तक मान्य है।", 1440, "२४ घंटे"],
    ["bn", "কোডটি ২৪ ঘণ্টার জন্য বৈধ।", 1440, "২৪ ঘণ্টার"],
    ["ta", "குறியீடு 24 மணிநேரத்திற்கு செல்லும்.", 1440, "24 மணிநேரத்திற்கு"],
    ["he", "הקוד תקף ל-24 שעות.", 1440, "24 שעות"],
    ["he", "הקוד תקף למשך 1 שעה.", 60, "1 שעה"],
    ["ar", "الرمز صالح لمدة 24 ساعة.", 1440, "24 ساعة"],
    ["ar-EG", "الرمز صالح لمدة ٢٤ ساعة.", 1440, "٢٤ ساعة"],
    ["fa", "این کد تا ۲۴ ساعت معتبر است.", 1440, "۲۴ ساعت"],
    ["ur", "یہ کوڈ 24 گھنٹے کے لیے درست ہے۔", 1440, "24 گھنٹے"],
    ["ko", "인증번호는 24시간 동안 유효합니다.", 1440, "24시간"],
    ["ko", "인증번호의 유효 시간은 1시간입니다.", 60, "1시간"],
    ["ja", "有効期間は1時間です。", 60, "1時間"],
    ["ja", "有効期間は２４時間です。", 1440, "２４時間"],
    ["zh-Hans", "验证码1小时内有效。", 60, "1小时"],
    ["zh-Hans", "验证码24个小时内有效。", 1440, "24个小时"],
    ["zh-Hans", "有效期:1天。", 1440, "1天"],
    ["zh-Hant", "驗證碼在 24 小時內有效。", 1440, "24 小時"],
    ["th", "รหัสนี้ใช้ได้ 24 ชั่วโมง", 1440, "24 ชั่วโมง"],
    ["th", "รหัสใช้ได้ภายใน 1 ชั่วโมงเท่านั้น", 60, "1 ชั่วโมง"],
    ["vi", "Mã có hiệu lực trong 1 giờ.", 60, "1 giờ"],
    ["vi", "Mã có hiệu lực trong 24 tiếng.", 1440, "24 tiếng"],
    ["id", "Kode berlaku selama 24 jam.", 1440, "24 jam"],
    ["fil", "May bisa ang code nang 24 na oras.", 1440, "24 na oras"],
    ["sw", "Msimbo ni halali kwa saa 24.", 1440, "saa 24"],
    ["si", "කේතය පැය 24 ක් වලංගුයි.", 1440, "පැය 24"],
    ["ka", "კოდი მოქმედებს 24 საათის განმავლობაში.", 1440, "24 საათის"],
    ["is", "Kóðinn gildir í 1 klukkustund.", 60, "1 klukkustund"],
    ["cy", "Mae'r cod yn ddilys am 1 awr.", 60, "1 awr"],
    ["km", "លេខកូដមានសុពលភាព 24 ម៉ោង។", 1440, "24 ម៉ោង"],
    ["my", "ကုဒ်သည် ၂၄ နာရီ အကျုံးဝင်သည်။", 1440, "၂၄ နာရီ"],
  ])("%s: %s", (locale, text, minutes, said) => {
    expect(inFigures(locale, text)).toEqual([[minutes, said]]);
  });

  test.each([
    ["en", "Type in the 6-digit code. 2-step sign-in is on."],
    ["en", "We are here 24/7, within the day."],
    ["en", "Support is there 24 hours a day, 7 days a week."],
    ["en", "Your code for Hour One"],
    ["en", "Order 12345 for 2 T-shirts and 6 m of cloth, room 24 d"],
    ["en", "Call 0800 24 24 now; it is 17:24 here"],
    ["de", "1 T-Shirt liegt bereit. Wir sind 24 Stunden am Tag da. Guten Tag"],
    ["fr", "Nous sommes là de 9h à 17h. Rendez-vous à 17h30."],
    ["es", "Estamos disponibles 24 horas al día."],
    ["ja", "12月1日にお届けします。サポートは1日24時間、24時間365日です。6桁のコード"],
    ["zh-Hans", "12月1日起，客服每天24小时在线。请输入6位验证码。"],
    ["ko", "12월 1일부터 6자리 코드"],
    ["th", "รหัส 6 หลัก"],
    ["ru", "Мы на связи 24 часа в сутки. 6-значный код"],
    ["tr", "Günde 24 saat buradayız. 6 haneli kod, 1 güncelleme"],
    ["pl", "Kod ma 6 cyfr. Jesteśmy 24 godziny na dobę."],
    ["hi", "6 अंकों का कोड"],
    ["he", "קוד בן 6 ספרות"],
  ])("none in %s: %s", (locale, text) => {
    expect(inFigures(locale, text)).toEqual([]);
  });
});

const inWords = (locale: string, text: string) =>
  durationsInWords(text, locale).map(({ minutes, said, by }) => [minutes, said, by]);

describe("lengths of time in words", () => {
  test.each([
    ["en", "valid for one hour", 60, "one hour", "words"],
    ["en", "valid for an hour", 60, "an hour", "words"],
    ["de", "Er gilt eine Stunde.", 60, "eine Stunde", "words"],
    ["de", "Er gilt einen Tag.", 1440, "einen Tag", "words"],
    ["fr", "valable une heure", 60, "une heure", "words"],
    ["it", "vale per un’ora", 60, "un’ora", "words"],
    ["es", "válido durante una hora", 60, "una hora", "words"],
    ["pl", "ważny przez jedną godzinę", 60, "jedną godzinę", "words"],
    ["ru", "действует один час", 60, "один час", "words"],
    ["tr", "bir saat geçerlidir", 60, "bir saat", "words"],
    ["hi", "एक घंटे तक", 60, "एक घंटे", "words"],
    ["ar", "صالح لمدة ساعة واحدة.", 60, "ساعة واحدة", "words"],
    ["ar", "صالح لمدة ساعتين.", 120, "ساعتين", "words"],
    ["ar", "صالح لمدة دقيقتين.", 2, "دقيقتين", "words"],
    ["ar", "مدته دقيقتان", 2, "دقيقتان", "words"],
    ["ar", "مدته ساعتان", 120, "ساعتان", "words"],
    ["ar", "خلال يومين", 2880, "يومين", "words"],
    ["ar", "مدته يومان", 2880, "يومان", "words"],
    ["ar", "صالح لمدة نصف ساعة.", 30, "نصف ساعة", "words"],
    ["ar", "صالح لمدة ساعة ونصف.", 90, "ساعة ونصف", "hint"],
    ["en", "valid for half an hour", 30, "half an hour", "words"],
    ["en", "valid for a half-hour", 30, "a half-hour", "words"],
    ["en", "valid for an hour and a half", 90, "an hour and a half", "words"],
    ["de", "Er gilt eine halbe Stunde.", 30, "eine halbe Stunde", "words"],
    ["fr", "valable une demi-heure", 30, "une demi-heure", "words"],
    ["fr", "valable une heure et demie", 90, "une heure et demie", "words"],
    ["it", "vale mezz’ora", 30, "mezz’ora", "words"],
    ["es", "válido durante una hora y media", 90, "una hora y media", "words"],
    ["zh-Hans", "半个小时内有效", 30, "半个小时", "words"],
    ["ja", "一時間半有効です", 90, "一時間半", "words"],
    ["ar", "صالح لمدة ساعة.", 60, "ساعة", "hint"],
    ["he", "תקף לשעה אחת", 60, "לשעה אחת", "words"],
    ["he", "תקף למשך שעה אחת", 60, "שעה אחת", "words"],
    ["ja", "一時間有効です", 60, "一時間", "words"],
    ["zh-Hans", "一个小时内有效", 60, "一个小时", "words"],
    ["zh-Hant", "二十四小時內有效", 1440, "二十四小時", "words"],
    ["ko", "한 시간 동안 유효합니다", 60, "한 시간", "words"],
    ["th", "ใช้ได้หนึ่งชั่วโมง", 60, "หนึ่งชั่วโมง", "words"],
    ["en", "Valid for two hours.", 120, "two hours", "words"],
    ["en", "valid for thirty minutes", 30, "thirty minutes", "words"],
    ["en", "a forty-eight-hour code", 2880, "forty-eight-hour", "words"],
    ["en", "valid for one hour and thirty minutes", 90, "one hour and thirty minutes", "words"],
    ["en", "valid for two hours and a half", 150, "two hours and a half", "words"],
    ["fr", "valable deux heures", 120, "deux heures", "words"],
    ["fr", "valable quarante-huit heures", 2880, "quarante-huit heures", "words"],
    ["de", "Er gilt zwei Stunden.", 120, "zwei Stunden", "words"],
    ["de", "Er gilt dreißig Minuten.", 30, "dreißig Minuten", "words"],
    ["de", "Er gilt vierundzwanzig Stunden.", 1440, "vierundzwanzig Stunden", "words"],
    ["es", "válido durante cuarenta y ocho horas", 2880, "cuarenta y ocho horas", "words"],
    ["it", "valido per ventiquattro ore", 1440, "ventiquattro ore", "words"],
    ["it", "valido per tre giorni", 4320, "tre giorni", "words"],
    ["pt-BR", "válido por duas horas", 120, "duas horas", "words"],
    ["pt", "válido por vinte e quatro horas", 1440, "vinte e quatro horas", "words"],
    ["nl", "twee uur geldig", 120, "twee uur", "words"],
    ["ar", "صالح لمدة ثلاث ساعات.", 180, "ثلاث ساعات", "words"],
    ["ar", "صالح لمدة ثلاثين دقيقة.", 30, "ثلاثين دقيقة", "words"],
    ["ar", "صالح لمدة ثمانٍ وأربعين ساعة.", 2880, "ثمانٍ وأربعين ساعة", "words"],
    ["ja", "有効期間は二時間です。", 120, "二時間", "words"],
    ["ja", "有効期間は三十分です。", 30, "三十分", "words"],
    ["ja", "有効期間は四十八時間です。", 2880, "四十八時間", "words"],
    ["zh-Hans", "两个小时内有效", 120, "两个小时", "words"],
  ])("%s: %s", (locale, text, minutes, said, by) => {
    expect(inWords(locale, text)).toEqual([[minutes, said, by]]);
  });

  test.each([
    ["en", "within the day, Hour One, 24 hours a day"],
    ["en", "one and a half hours, three quarters of an hour, one hour and seventy minutes"],
    ["zh-Hans", "一个半小时"],
    ["id", "satu setengah jam"],
    ["sv", "en och en halv timme"],
    ["de", "Guten Tag, in der Stunde"],
    ["fr", "Bonjour, à toute heure du jour"],
    ["ja", "十分にご注意ください。誰にも"],
    ["ja", "三分の一、数十分、三月二日"],
    ["ar", "في أي يوم"],
  ])("none in %s: %s", (locale, text) => {
    expect(inWords(locale, text)).toEqual([]);
  });
});

test.each([
  "valid for 1 hour, 5 minutes before that we remind you",
  "valid for 1 hour. 5 minutes before that we remind you",
  "valid for 1 hour in 5 minutes",
])("another length of time may begin after one: %s", (text) => {
  expect(inFigures("en", text)).toEqual([
    [60, "1 hour"],
    [5, "5 minutes"],
  ]);
});

test("a language that ICU does not know is not judged by another's words", () => {
  expect(inFigures("tlh", "24 hours")).toEqual([]);
  expect(isReadable("tlh")).toBe(false);
  expect(isReadable("wo")).toBe(false);
  expect(isReadable("de")).toBe(true);
});

test.each([
  ["de", "Er gilt vierundzwanzig Stunden.", true],
  ["he", "הקוד תקף לשעה אחת", true],
  ["zh-Hans", "数小时内有效", true],
  ["de", "Guten Tag, hier ist Ihr Code.", false],
  ["ja", "誰にも教えないでください。", false],
])("whether %s may speak of hours: %s", (locale, text, expected) => {
  expect(namesHours(text, locale)).toBe(expected);
});
