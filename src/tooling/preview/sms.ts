import { SegmentedMessage } from "sms-segments-calculator";

/** An SMS as a phone gets it. */
export interface SmsPicture {
  /** The text in runs; those that are foreign hold a character which GSM-7 lacks. */
  readonly runs: readonly { readonly text: string; readonly isForeign: boolean }[];
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
  /** How many characters there are, and how many more fit without another segment. */
  readonly characters: number;
  readonly left: number;
  /** The characters that GSM-7 lacks, each once; none where the text is in another script. */
  readonly foreign: readonly string[];
}

/** What an SMS costs with a code in it, and the characters that make it dear. */
export function smsPicture(text: string): SmsPicture {
  const message = new SegmentedMessage(text);
  const encoding = message.encodingName;
  const left = Math.floor((message.segments.at(-1)?.freeSizeInBits() ?? 0) / (encoding === "GSM-7" ? 7 : 16));
  const forcedBy = [...new Set(message.getNonGsmCharacters())];
  // Where all is foreign, marks would say nothing.
  const count = forcedBy.reduce((sum, each) => sum + text.split(each).length - 1, 0);
  const foreign = count * 4 <= [...text].length ? forcedBy : [];
  return {
    runs: runsOf(text, foreign),
    encoding,
    segments: message.segmentsCount,
    characters: text.length,
    left,
    foreign,
  };
}

function runsOf(text: string, foreign: readonly string[]): SmsPicture["runs"] {
  const runs: { text: string; isForeign: boolean }[] = [];
  let done = 0;
  while (done < text.length) {
    const next = foreign
      .map((each) => ({ each, index: text.indexOf(each, done) }))
      .filter(({ index }) => index >= 0)
      .sort((a, b) => a.index - b.index)[0];
    if (!next) break;
    if (next.index > done) runs.push({ text: text.slice(done, next.index), isForeign: false });
    runs.push({ text: next.each, isForeign: true });
    done = next.index + next.each.length;
  }
  if (done < text.length) runs.push({ text: text.slice(done), isForeign: false });
  return runs;
}
