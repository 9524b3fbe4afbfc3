import { codePointName } from "../../../message/rejections.ts";
import { characterName } from "../../check/character-name.ts";
import { runsOf } from "../runs-of.ts";

interface VisibleProps {
  readonly text: string;
  /** Whether spaces that do not break, and those of other widths, are written out too. */
  readonly spaces?: boolean;
}

/** A text in which invisible characters are written out. */
export function Visible({ text, spaces = false }: VisibleProps) {
  return (
    <>
      {runsOf(text, { spaces }).map(({ text: run, isInvisible }) =>
        isInvisible ? (
          <span class="invisible" title={characterName(run)} dir="ltr">
            {codePointName(run, 0)}
          </span>
        ) : (
          run
        ),
      )}
    </>
  );
}
