import { codePointName } from "../../../message/accepted.ts";

/** Letters of other scripts that look like those of a keyboard with Latin letters, each after the one it looks like. */
const PAIRS =
  "aа eе oо pр cс yу xх iі jј sѕ dԁ hһ lӏ qԛ wԝ aα oο vν pρ iι kκ tτ uυ nո uս AА BВ EЕ KК MМ HН OО PР CС TТ XХ NΝ AΑ BΒ EΕ";

const LATIN: ReadonlyMap<string, string> = new Map(
  PAIRS.split(" ").map((pair) => [pair.slice(1), pair.slice(0, 1)]),
);

const SCRIPTS = ["Cyrillic", "Greek", "Armenian"].map(
  (script) => [new RegExp(`\\p{Script=${script}}`, "u"), `a ${script} letter`] as const,
);

/**
 * What is typed in letters that look like others, or with some that nobody sees: the name that it looks like, and a
 * sentence about the first of them. `undefined` where it looks like none of these names.
 */
export function lookAlike(
  typed: string,
  names: Iterable<string>,
): { readonly name: string; readonly sentence: string } | undefined {
  const letters = [...typed];
  const plain = letters.map(plainLetter).join("");
  const [name] = plain === typed ? [] : [...names].filter((each) => each === plain);
  const other = letters.find((letter) => plainLetter(letter) !== letter);
  return name === undefined || other === undefined ? undefined : { name, sentence: sentenceAbout(other) };
}

function plainLetter(letter: string): string {
  if (/\p{Cf}/u.test(letter)) return "";
  return LATIN.get(letter) ?? letter.normalize("NFKC");
}

function sentenceAbout(letter: string): string {
  const number = codePointName(letter, 0);
  const plain = plainLetter(letter);
  if (plain === "") return `There is a character in it that nobody sees (${number}).`;
  const [, kind = "a full-width letter"] = SCRIPTS.find(([script]) => script.test(letter)) ?? [];
  return `Its ${letter} is ${kind} (${number}), not the ${plain} of your keyboard.`;
}
