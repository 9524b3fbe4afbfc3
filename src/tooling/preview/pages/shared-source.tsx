import type { Finding } from "../../check/finding.ts";
import { wholeFile } from "../about-message.ts";
import type { Workbench } from "../workbench.ts";
import { Source } from "./source.tsx";

/** The files of what is said of no single message, so that its lines can be seen. */
export function SharedSource({ findings, bench }: { findings: readonly Finding[]; bench: Workbench }) {
  const texts = [...Map.groupBy(findings, ({ file }) => file)].flatMap(([file, own]) => {
    const text = bench.checked.project.files.get(file);
    return text === undefined ? [] : [{ file, text, own }];
  });
  if (texts.length === 0) return null;
  return (
    <section class="card source-below" aria-labelledby="source-heading" id="shared-source" data-swap>
      <h2 id="source-heading">Source</h2>
      {texts.map(({ file, text, own }) => (
        <Source file={wholeFile(file, text, false)} findings={own} />
      ))}
    </section>
  );
}
