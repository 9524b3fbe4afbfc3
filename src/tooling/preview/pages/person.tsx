import { sampleIn } from "../../templates/samples.ts";
import type { PreviewState } from "../preview-state.ts";
import { invisibleNames } from "../runs-of.ts";
import type { ShownMessage } from "../shown-message.ts";
import { type PersonField, personFields, sampleOf, type View } from "../view.ts";
import { Visible } from "./visible.tsx";

/** More than the trigger reads, so that it can be seen what becomes of a long value. */
const LONGEST = 600;

interface PersonProps {
  readonly state: PreviewState;
  readonly shown: ShownMessage;
  readonly view: View;
}

/** The values of the person that the result is shown for, to be changed. */
export function Person({ state: { project }, shown, view }: PersonProps) {
  const { locale, rendered } = shown;
  const sample = sampleIn(project.samples[view.sampleName] ?? {}, locale);
  const usual = new Map(personFields(sample, project).map(({ name, value }) => [name, value]));
  const dropped = new Map(rendered?.dropped.map(({ name, why }) => [name, why]));
  return (
    <details class="card" id="person" open={view.changed.size > 0 || dropped.size > 0}>
      <summary>
        <h2>Person: {view.sampleName || "nobody"}</h2>
      </summary>
      <p class="quiet">
        What the app and the user pool send. What is changed here changes the result and is not saved; the
        samples are in templates/samples.json.
      </p>
      <div class="values">
        {personFields(sampleOf(view, project, locale), project).map((field) => (
          <Value
            field={field}
            usual={usual.get(field.name) ?? ""}
            dropped={dropped.get(field.name.replace(/^attribute\./, ""))}
          />
        ))}
      </div>
    </details>
  );
}

interface ValueProps {
  readonly field: PersonField;
  /** The sample's own value, which need not be in the address. */
  readonly usual: string;
  /** Why no message prints it. */
  readonly dropped: string | undefined;
}

function Value({ field: { name, label, value }, usual, dropped }: ValueProps) {
  const id = `value-${name.replaceAll(".", "-")}`;
  const hasInvisible = invisibleNames(value).length > 0;
  return (
    <div>
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        form="view"
        value={value}
        data-usual={usual}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxlength={LONGEST}
        aria-describedby={hasInvisible || dropped ? `${id}-note` : undefined}
      />
      {hasInvisible || dropped ? (
        <p class="note" id={`${id}-note`}>
          {hasInvisible ? <Visible text={value} /> : null} {dropped && `Not printed. ${dropped}`}
        </p>
      ) : null}
    </div>
  );
}
