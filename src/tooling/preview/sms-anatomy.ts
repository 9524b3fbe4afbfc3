import { SegmentedMessage } from "sms-segments-calculator";

/** An SMS as a phone network sends it. */
export interface SmsAnatomy {
  /** The text in runs; a foreign one is a character that GSM-7 lacks. */
  readonly runs: readonly { readonly text: string; readonly isForeign: boolean }[];
  readonly encoding: "GSM-7" | "UCS-2";
  readonly segments: number;
  /** The characters that GSM-7 lacks, each once; none where the text is in another script. */
  readonly foreign: readonly string[];
}

/** Returns how an SMS is sent, and the characters that make it cost more. */
export function smsAnatomy(text: string): SmsAnatomy {
  const message = new SegmentedMessage(text);
  const all = new Set(message.getNonGsmCharacters());
  const pieces = [...new Intl.Segmenter("und", { granularity: "grapheme" }).segment(text)].flatMap(
    ({ segment }) => (all.has(segment) ? [segment] : [...segment]),
  );
  const count = pieces.filter((piece) => all.has(piece)).length;
  // Where most is foreign, marks would say nothing.
  const foreign = count * 4 <= pieces.length ? all : new Set<string>();
  const runs: { text: string; isForeign: boolean }[] = [];
  for (const piece of pieces) {
    const last = runs.at(-1);
    const isForeign = foreign.has(piece);
    if (last && !isForeign && !last.isForeign) last.text += piece;
    else runs.push({ text: piece, isForeign });
  }
  return {
    runs,
    encoding: message.encodingName,
    segments: message.segmentsCount,
    foreign: [...foreign],
  };
}
