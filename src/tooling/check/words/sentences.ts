/** A sentence of a text, and where it starts. */
export interface Sentence {
  readonly text: string;
  readonly index: number;
}

const segmenters = new Map<string, Intl.Segmenter>();

/** The sentences of a text, as a language ends them. */
export function sentencesIn(text: string, locale: string): Sentence[] {
  const segmenter = segmenters.get(locale) ?? new Intl.Segmenter(locale, { granularity: "sentence" });
  segmenters.set(locale, segmenter);
  return [...segmenter.segment(text)].map(({ segment, index }) => ({ text: segment, index }));
}
