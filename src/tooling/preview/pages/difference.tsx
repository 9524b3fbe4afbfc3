import { diffWordsWithSpace } from "diff";

/** An old text and a new one, with what was removed and what was added marked. */
export function Difference({ old, now, lang }: { old: string; now: string; lang: string }) {
  const words = new Intl.Segmenter(lang, { granularity: "word" });
  const changes = diffWordsWithSpace(old, now, { intlSegmenter: words });
  return (
    <>
      {changes.map(({ value, added, removed }) =>
        added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value,
      )}
    </>
  );
}
