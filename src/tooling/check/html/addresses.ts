/** What phones and mail programs make a link of, though nobody wrote a link. */
export interface TextAddress {
  readonly is: "page" | "mailbox";
  /** As it is shown, without what ends the sentence. */
  readonly text: string;
  readonly index: number;
  /** Of `https://example.com/help`, `example.com`. */
  readonly host: string;
  /** As a browser is given it: with the scheme that is left out in a text. */
  readonly address: string;
  /** Neither a scheme nor `www.` nor an `@` says that it is one: it may be two sentences without a space. */
  readonly isBare: boolean;
}

/**
 * The last labels by which a host without `https://` or `www.` is known as one. Android's Linkify takes each that
 * IANA lists (android.util.Patterns); which ones others take is not written down. Here are those under which most
 * sites are, and those that are words: where a space is missing, "hour.It" is a host in Italy.
 *
 * Left out is what ends names of files and abbreviations: ai, cc, md, mov, pl, ps, py, rs, sh, zip; kg ("Co.KG"),
 * nr ("tel.nr"), sc ("M.Sc"). A foreign host that ends so is found when it is written with https:// or www.
 */
const KNOWN_ENDS = new Set(
  [
    "app biz blog club co com dev edu eu gov info io link live me mobi net online org page shop site store top tv xyz",
    "ae am ar at au be bg br ca ch cl cn cz de dk do eg es fi fr gr hk hr hu id ie il im in ir is it jp ke kr la lt",
    "lu lv ma mx my ng nl no nz ph pk pt ro ru sa se si sk so th to tr tw ua uk us vn za",
  ].flatMap((line) => line.split(" ")),
);

/**
 * Languages that put words beside one another without a space: there an address ends where their letters begin,
 * and hosts that are written in them are known by https:// alone.
 */
const JOINED = ["Han", "Hira", "Kana", "Hang", "Thai", "Laoo", "Khmr", "Mymr"]
  .map((script) => `\\p{scx=${script}}`)
  .join("");

/** The markers of values (see flat-html.ts), which stand for letters. */
const MARKER = "\\ue000-\\uf8ff";
const TYPED = `[[\\p{L}\\p{M}\\p{N}]--[${JOINED}]]`;
const LETTER = `[${TYPED}${MARKER}]`;
const LABEL = `${LETTER}(?:[${LETTER}\\-_]*${LETTER})?`;
/** A value may end with a full stop of its own: what touches it follows a dot then. */
const HOST = `(?:${LABEL}\\.|[${TYPED}\\-_]*[${MARKER}])+${LABEL}`;
/** After a scheme anything is a host, `localhost` too. */
const ANY_HOST = `[\\p{L}\\p{M}\\p{N}${MARKER}\\-_]+(?:\\.[${LETTER}\\-_]+)*`;
/** Android takes curly quotes and brackets as a part of it too. */
const REST = '(?<rest>(?::\\d+)?(?:[\\/?#][^\\s<>"]*)?)';

const ADDRESS = new RegExp(
  [
    `(?<![a-z0-9])(?<scheme>[a-z][a-z0-9]*:\\/\\/(?:[^\\s\\/?#@]*@)?)(?<schemeHost>${ANY_HOST})`,
    `(?<![${LETTER}.%+\\-_])(?<mailbox>[${LETTER}.%+\\-_]+@)(?<mailHost>${HOST})`,
    `(?<![${LETTER}.@\\-_])(?<bareHost>${HOST})`,
  ]
    .map((each) => `(?:${each})`)
    .join("|")
    .replace(/^.*$/s, (either) => `(?:${either})${REST}`),
  "giv",
);

/** The addresses in a text; values that are printed may stand in it as their markers. */
export function addressesIn(text: string): TextAddress[] {
  // Most texts have none, and this is quick.
  if (!/[.@:](?!\s|$)|[\ue000-\uf8ff]/.test(text)) return [];
  return [...text.matchAll(ADDRESS)].flatMap((match) => addressOf(match) ?? []);
}

function addressOf({ 0: whole, index, groups = {} }: RegExpExecArray): TextAddress | undefined {
  const { scheme, schemeHost, mailbox, mailHost, bareHost, rest = "" } = groups;
  if (scheme && schemeHost) {
    const text = withoutEnd(whole);
    return { is: "page", text, index, host: schemeHost, address: text, isBare: false };
  }
  if (mailbox && mailHost) {
    const text = mailbox + mailHost;
    return { is: "mailbox", text, index, host: mailHost, address: `mailto:${text}`, isBare: false };
  }
  const host = bareHost && (isWithPath(bareHost, rest) ? bareHost : knownHost(bareHost));
  if (!host) return undefined;
  const text = host === bareHost ? host + withoutEnd(rest) : host;
  if (isAbbreviation(host) && text === host) return undefined;
  return { is: "page", text, index, host, address: `https://${text}`, isBare: !/^www\./i.test(host) };
}

const END = /[.,;:!?)\]}*_~']|(?!\p{ASCII})\p{P}/u;

/** Without what ends the sentence or the bracket that it stands in. */
function withoutEnd(text: string): string {
  let end = text.length;
  while (end > 0 && END.test(text[end - 1] ?? "")) end -= 1;
  return text.slice(0, end);
}

/** Whether a path or a port stands behind it, as in no sentence: then it is a host, whatever it ends with. */
function isWithPath(host: string, rest: string): boolean {
  if (!/^(?::\d{2,5}\b)?\/\S|^:\d{2,5}\b/.test(withoutEnd(rest))) return false;
  const labels = host.split(".");
  if (labels.every((label) => /^\d+$/.test(label))) return labels.length === 4;
  const last = HAS_VALUE.test(host) && labels.length === 1 ? afterValue(host) : (labels.at(-1) ?? "");
  return /[^\d_-].*[^\d_-]/.test(last);
}

/** What follows the first value in it: that value may end with a dot. */
function afterValue(host: string): string {
  return /[\ue000-\uf8ff](.+)$/.exec(host)?.[1] ?? "";
}

/** As much of it as is taken for a host; `undefined` for words with a dot between. */
function knownHost(host: string): string | undefined {
  const labels = host.split(".");
  if (labels[0]?.toLowerCase() === "www") return host;
  if (HAS_VALUE.test(host)) return canBecomeHost(labels) ? host : undefined;
  const last = labels.findLastIndex((label) => KNOWN_ENDS.has(endOf(label)));
  return last > 0 ? [...labels.slice(0, last), withoutTail(labels[last])].join(".") : undefined;
}

/** The "com" of "example.com-page", which is no part of the word behind it. */
function withoutTail(label = ""): string {
  return label.replace(/-.*$/s, "");
}

function endOf(label: string): string {
  return withoutTail(label).toLowerCase();
}

const HAS_VALUE = /[\ue000-\uf8ff]/;

/** Whether a value can be chosen so that it makes a host of what touches it: of the ends there are more each year. */
function canBecomeHost(labels: readonly string[]): boolean {
  const last = labels.at(-1) ?? "";
  if (labels.length > 1) return last.length > 1 || HAS_VALUE.test(last);
  // Without a dot, it is the value that ends with one.
  const after = afterValue(last);
  return KNOWN_ENDS.has(after.toLowerCase()) || HAS_VALUE.test(after);
}

/** "m.in." and the like have one letter before each dot. */
function isAbbreviation(host: string): boolean {
  return (
    !HAS_VALUE.test(host) &&
    host
      .split(".")
      .slice(0, -1)
      .every((label) => label.length === 1)
  );
}
