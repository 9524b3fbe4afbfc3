import { languageName } from "../../templates/is-language-tag.ts";
import type { PreviewState } from "../preview-state.ts";
import type { ShownMessage } from "../shown-message.ts";
import type { View } from "../view.ts";

interface ControlsProps {
  readonly state: PreviewState;
  readonly shown: ShownMessage;
  readonly view: View;
}

/** For whom and how the result is shown; the script puts it into the page's address. */
export function Controls({ state: { project }, shown, view }: ControlsProps) {
  const { samples, brands, settings } = project;
  const names = Object.keys(samples);
  return (
    <form class="controls" id="view">
      {names.length === 0 ? null : (
        <Choice
          name="sample"
          label="Person"
          value={view.sampleName}
          usual={names[0]}
          options={names.map((name) => [name, name])}
        />
      )}
      <Choice
        name="brand"
        label="Brand"
        value={view.brand ?? ""}
        options={[
          ["", "the app's"],
          ...Object.entries(brands.brands).map(([key, { name }]) => [key, name] as const),
        ]}
      />
      <Choice
        name="scheme"
        label="Colours"
        value={view.scheme ?? ""}
        options={[
          ["", "system"],
          ["light", "light"],
          ["dark", "dark"],
        ]}
      />
      <Choice
        name="width"
        label="Screen"
        value={view.width}
        usual="phone"
        options={[
          ["phone", "phone"],
          ["desktop", "desktop"],
        ]}
      />
      <div>
        {shown.locale === settings.source ? null : (
          <label class="check">
            <input type="checkbox" name="beside" id="view-beside" value="on" checked={view.beside} /> compare
            with {languageName(settings.source)}
          </label>
        )}
        <label class="check">
          <input type="checkbox" name="images" id="view-images" value="off" checked={!view.images} /> no
          pictures
        </label>
      </div>
    </form>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly label: string;
  readonly value: string;
  /** The value that need not be in the address. */
  readonly usual?: string | undefined;
  readonly options: readonly (readonly [value: string, label: string])[];
}

function Choice({ name, label, value, usual = "", options }: ChoiceProps) {
  return (
    <label>
      {label}
      <select name={name} id={`view-${name}`} data-usual={usual}>
        {options.map(([each, words]) => (
          <option value={each} selected={each === value}>
            {words}
          </option>
        ))}
      </select>
    </label>
  );
}
