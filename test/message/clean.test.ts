import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clean } from "../../src/message/clean.ts";

describe("a name stays as it is", () => {
  test.each([
    "Anna",
    "Jean-Luc",
    "O'Brien",
    "D’Angelo",
    "O`Neill",
    "O´Neill",
    "Kaʻiulani",
    "María José",
    "Søren",
    "陽香",
    "ليلى",
    "Владимир",
    "Nguyễn",
    "Nguyễn".normalize("NFD"),
    "J. R. R.",
    "J.R.R. Tolkien",
    "John F. Kennedy",
    "john f. kennedy",
    "O. Henry",
    "Anna M.",
    "María J. López",
    "Ma. del Carmen López",
    "St. John",
    "Dr. Martin Luther King Jr.",
    "DR. MARTIN LUTHER KING JR.",
    "Sammy Davis, Jr.",
    "Smith, Jr.",
    "Smith,John",
    "Dr. med. Anna Berger",
    "Prof. Dr. rer. nat. Schmidt",
    "Dipl.-Ing. Müller",
    "J.-P. Dupont",
    "J. van der Berg",
    "J.O'Brien",
    "Ph.D.",
    "ph.d",
    "Г. Х. Андерсен",
    "А.С. Пушкин",
    "Μ. Θεοδωράκης",
    "Anna (Nana)",
    "Dorothy (Dot) Smith",
    "Dot Cotton",
    "김철수(홍길동)",
    "Ann & Bob",
    "Mr. & Mrs. Smith",
    "Elizabeth II",
    "Louis 14",
    "Anna 2",
    "X Æ A-12",
    "अनीता",
    "डॉ॰ राम",
    "डॉ. राम",
    "रामः",
    "ক্ষমা",
    "মো. আলী",
    "ශ්‍රී",
    "علی‌رضا",
    "محمد",
    "اے۔ آر۔ رحمان",
    "Gal·la",
    "Gaŀla",
    "MARCEL·LÍ",
    "étudiant·e·s",
    "マイケル・ジャクソン",
    "マイケル・J・フォックス",
    "ﾏｲｹﾙ･ｼﾞｬｸｿﾝ",
    "卡尔·马克思",
    "J·K·罗琳",
    "Jean・ジャン",
    "ノノ",
    "葛\u{e0100}城",
    "モーニング娘。",
    "ג׳ורג׳",
    "בן־גוריון",
    "בָּרוּךְ",
    "བསྟན་འཛིན་",
    "ꓡꓲꓸꓢꓴ",
    "አበበ፡በቂላ",
    "Հ․ Պետրոսյան",
    "สมชาย ใจดี",
    "กรุงเทพฯ",
    "ᐧᐃᓐ",
    "٢٣",
    "Anna 🌸",
    "♥ Anna ♥",
    "Anna ❤️",
    "Anna :)",
    "x".repeat(64),
  ])("%s", (name) => {
    expect(clean(name)).toBe(name);
  });

  test("except for spaces around it", () => {
    expect(clean("  Anna ")).toBe("Anna");
  });
});

describe("the name of a shop, a product or an order stays as it is", () => {
  test.each([
    "de-CH",
    "example-shop",
    "Order #1234",
    "No. 1234",
    "№ 5",
    "N°5",
    "INV-24-17",
    "AB-1234",
    "A1B2C3D4",
    "iPhone 15 Pro",
    "Galaxy S24+",
    "Boeing 747-Max",
    "Xbox 360 Elite",
    "Studio 54",
    "Levi's 501 Original",
    "500GB-SSD",
    "330 ml",
    "1000 Euro",
    "25°C",
    "2×4",
    "½ pint",
    "50% off",
    "€ 49",
    "24/7",
    "AC/DC",
    "Toys “R” Us",
    "Yahoo!",
    "Lego™",
    "A$AP",
    "Shop · Berlin",
    "Shop • Berlin",
    "Shop | Berlin",
    "Chrome on Windows",
    "2024年限定版",
    "Tシャツ",
    "東京、日本",
    "（株）山田",
    "«Анна»",
    "1. FC Köln",
    "Note: red",
    "¿Qué?",
    "Truncated…",
    "221B Baker Street",
  ])("%s", (value) => {
    expect(clean(value)).toBe(value);
  });
});

describe("a value is left out if it is", () => {
  test.each([
    ["missing", undefined],
    ["an empty text", ""],
    ["spaces", "   "],
    ["ideographic spaces", "\u3000\u3000"],
    ["over 64 characters", "x".repeat(65)],
    ["very long", "x".repeat(100_000)],
    ["markup", "<b>Anna</b>"],
    ["full-width markup", "＜b＞"],
    ["an open bracket", "a < b"],
    ["the code's placeholder", "{####}"],
    ["the user name's placeholder", "{username}"],
    ["a full-width placeholder", "｛####｝"],
    ["a link", "https://evil.example"],
    ["a scheme", "tel:123"],
    ["a scheme with a modifier letter", "httpsːevil"],
    ["a defanged scheme", "hxxp://evil"],
    ["a network path without scheme", "//evil/login"],
    ["a host", "evil.example"],
    ["a host of one letter", "x.com"],
    ["a host after an initial", "J.evil.com"],
    ["a host after initials", "J. R. evil.com"],
    ["a host after words", "Anna, see evil.com now"],
    ["a host in another script", "пример.рф"],
    ["a host in a script without case", "例子.中国"],
    ["a host with an ideographic full stop", "evil。com"],
    ["a host with a half-width full stop", "evil｡com"],
    ["a host with a full-width full stop", "evil．com"],
    ["a host with a leader", "evil․com"],
    ["a host with two leaders", "evil‥com"],
    ["a host with a digit and its full stop", "evil⒈com"],
    ["a host after a space", "evil. com"],
    ["a host between words after a space", "Visit evil. com now"],
    ["a host with a capital, after a space", "Bit. ly"],
    ["a host before a space", "evil .com"],
    ["a host between spaces", "evil . com"],
    ["a host with a mark after the dot", "evil.\ufe0fcom"],
    ["a host with a joiner after the dot", "evil.\u034fcom"],
    ["a host with a filler after the dot", "evil.\u115fcom"],
    ["a host with a joiner, in Arabic", "مثال.\u200cكوم"],
    ["a host with a small full stop", "evil\ufe52com"],
    ["a host in full-width letters", "ｅｖｉｌ．ｃｏｍ"],
    ["a host in flags", "🇪🇻🇮🇱.🇨🇴🇲"],
    ["a dot in square brackets", "evil[.]com"],
    ["a dot in round brackets", "evil(.)com"],
    ["a dot in brackets with spaces", "evil [.] com"],
    ["a dot in curly brackets", "evil{.}com"],
    ["a dot in Japanese brackets", "evil「.」com"],
    ["brackets after a dot", "evil.(com)"],
    ["brackets around what is before the dot", "(evil).com"],
    ["a dot in quotes", 'evil"."com'],
    ["the word dot in brackets", "evil[dot]com"],
    ["the word DOT in brackets", "evil (DOT) com"],
    ["the word dot", "evil dot com"],
    ["the word dot with hyphens", "evil-dot-com"],
    ["a letter with a middle dot", "eviŀcom"],
    ["a quote after the dot", "evil.“com”"],
    ["a corner bracket after the dot", "evil.「com」"],
    ["a comma after the dot", "evil.,com"],
    ["a scheme with a mark before the colon", "https\ufe0f://evil/x"],
    ["a number with non-breaking hyphens", "call +49\u2011151\u2011123"],
    ["a number with commas", "0800,123,456"],
    ["a code with low lines", "1_2_3_4_5_6"],
    ["a code with middle dots", "1·2·3·4·5·6"],
    ["a code in circles", "①②③④⑤⑥"],
    ["a code in keycaps", "1️⃣2️⃣3️⃣4️⃣5️⃣"],
    ["a code in full-width digits", "１２３４５６"],
    ["an IP address", "10.0.0.1"],
    ["an IP address in version 6", "fe80::1"],
    ["an address", "a@b"],
    ["a full-width address", "a＠b"],
    ["a small at sign", "a﹫b"],
    ["a network path", "\\\\evil\\share"],
    ["a full-width network path", "＼＼evil"],
    ["a phone number", "+49 151 123"],
    ["a phone number in Arabic digits", "٠٨٠٠١٢٣"],
    ["a vanity number", "1-800-FLOWERS"],
    ["a vanity number in small letters", "1-800-flowers"],
    ["a vanity number with a space", "1-800 Flowers"],
    ["a vanity number with spaces", "1 800 FLOWERS"],
    ["a vanity number with brackets", "1 (800) FLOWERS"],
    ["a vanity number with an area in brackets", "(415) Get-Cash"],
    ["a vanity number in one piece", "1800FLOWERS"],
    ["a vanity number in one piece, small", "1800flowers"],
    ["a vanity number without prefix", "800-GO-FEDEX"],
    ["a vanity number without prefix, spaced", "800 GO FEDEX"],
    ["a local vanity number", "555-SHOE"],
    ["a vanity number with dots", "1·800·FLOWERS"],
    ["a vanity number in a sentence", "Anna, call 1-800-PAYPAL now"],
    ["a vanity number with digits after", "1-800-ATT-20"],
    ["a German vanity number", "0800 Reifen"],
    ["a short vanity number", "0900-SEX"],
    ["a vanity number with full stops between its letters", "1-800-F.L.O.W.E.R.S"],
    ["an Australian vanity number", "1300 Cats"],
    ["a Russian vanity number", "8-800-ПИЦЦА"],
    ["a full-width vanity number", "１－８００－ＦＬＯＷＥＲＳ"],
    ["a spaced code", "1 2 3 4 5 6"],
    ["a code in other digits", "١٢٣٤٥٦"],
    ["a line end", "Anna\nYour code is wrong"],
    ["a NUL", "Anna\u0000"],
    ["a bidi override", "Anna\u202e"],
    ["an isolate", "\u2068Anna"],
    ["a zero width joiner", "a\u200db"],
    ["a zero width non-joiner", "a\u200cb"],
    ["a line separator", "a\u2028b"],
    ["a lone surrogate", "a\ud800"],
    ["a private use character", "\ue000"],
    ["a Hangul filler", "\u3164"],
    ["a half-width Hangul filler", "\uffa0"],
    ["jamo fillers", "\u115f\u1160"],
    ["a Braille blank", "\u2800"],
    ["a Braille blank within", "Anna\u2800Berger"],
    ["a grapheme joiner", "\u034f"],
    ["a grapheme joiner within", "An\u034fna"],
    ["Khmer's inherent vowels", "\u17b4\u17b5"],
    ["a hieroglyph without form", "\u{13441}"],
    ["a note without head", "\u{1d159}"],
    ["a combining mark only", "\u0301"],
    ["a variation selector only", "\ufe0f"],
    ["a mark after a space", "Anna \u0301"],
    ["signs only", "-"],
    ["dots only", "..."],
  ])("%s", (_, value) => {
    expect(clean(value)).toBeUndefined();
  });

  /** Characters that UTS 39's confusables, or their looks, give for a dot, a colon or a middle dot. */
  test.each([
    ..."․܁܂꘎𐩐٠۰ꓸ𝅭。．｡﹒۔⸳∙⋅∘◦•⦁●⚫·‧・･ꞏᐧㆍᆞ᛫𐄁˙꞉∶ːःઃ։܃܄᛬︰᠃᠉⁚׃˸ꓽ：﹕︓★⡀⠄",
  ])("a host with %s as its dot", (dot) => {
    for (const host of [`evil${dot}com`, `Anna, x${dot}com/y`, `evil${dot}${dot}com`]) {
      expect(clean(host), host).toBeUndefined();
    }
  });
});

describe("for any character", () => {
  const character = fc.integer({ min: 0, max: 0x10ffff }).map((point) => String.fromCodePoint(point));

  test("a value with an invisible character is left out", () => {
    const invisible = /^(?!\p{VS})(?!\p{Cn})[\p{DI}\p{Cc}\p{Cf}\p{Zl}\p{Zp}]$/u;
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const each = String.fromCodePoint(point);
      if (invisible.test(each) && clean(`a${each}b`) !== undefined)
        expect(each.codePointAt(0)).toBeUndefined();
    }
  });

  test("letters with a space or a hyphen between are a name in every script", () => {
    const rare = /[\u{13441}\u{13442}\u119e\u318d\u1427\ua78f]/u;
    const word = /^(?!\p{DI})[\p{Lu}\p{Ll}\p{Lt}\p{Lo}]$/u;
    for (let point = 0; point <= 0x10ffff; point += 1) {
      const letter = String.fromCodePoint(point);
      if (!word.test(letter) || !word.test(letter.normalize("NFKC"))) continue;
      const name = `${letter}${letter} ${letter}-${letter}`;
      if (rare.test(letter)) continue;
      if (clean(name) === undefined) expect(name).toBe("a name");
    }
  });

  test("a plain Latin name stays, alone or before another script", () => {
    const word = fc.stringMatching(/^[A-Za-z\u00c0-\u00d6\u00f8-\u013e\u0141-\u024f]{1,8}$/);
    const name = fc.array(word, { minLength: 1, maxLength: 6 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(name, (given) => {
        if (/dot/i.test(given)) return;
        expect(clean(given)).toBe(given);
        expect(clean(`${given} 李`)).toBe(`${given} 李`);
      }),
    );
  });

  test("no value stays in which a mail client reads a host, an address or a number", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "evil",
        "com",
        "x",
        ".",
        "。",
        "․",
        " ",
        "[",
        "]",
        "(",
        ")",
        "@",
        ":",
        "/",
        "80",
        "0",
        "-",
        "l",
        "·",
      ),
      character,
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    const linked = /[\p{L}\p{N}]\.\p{M}*[\p{L}\p{N}]{2}|\p{L}:\S|\/\/|@|(?:\p{N}[^\p{L}\p{N}]*){5}|[<>{}]/u;
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const value = clean(pieces.join(""));
        if (value === undefined) return;
        expect(value.normalize("NFKC").replaceAll("。", ".")).not.toMatch(linked);
        expect(value.normalize("NFKC")).toMatch(/[\p{L}\p{N}]/u);
        expect(clean(value)).toBe(value);
      }),
      { numRuns: 3_000 },
    );
  });
});
