import { characterName } from "../../check/character-name.ts";
import { printable } from "../../terminal/printable.ts";
import { runsOf } from "../invisible.ts";

/** A text in which characters that nobody sees are written out, as in the excerpts of findings. */
export function Visible({ text }: { text: string }) {
  return (
    <>
      {runsOf(text).map(({ text: run, isInvisible }) =>
        isInvisible ? (
          <span class="invisible" title={characterName(run)} dir="ltr">
            {printable(run)}
          </span>
        ) : (
          run
        ),
      )}
    </>
  );
}
