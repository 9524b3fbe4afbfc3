import { type Brand, brandOf } from "../../../message/brand.ts";
import { languageName } from "../../templates/language-tag.ts";
import { isMeant } from "../about-message.ts";
import { filterQuery } from "../filter.ts";
import { invisibleNames } from "../invisible.ts";
import type { Links } from "../links.ts";
import { withoutEffect } from "../no-effect.ts";
import type { ShownMessage } from "../shown-message.ts";
import { type Field, fieldsOf, queryOf, type View, WIDTHS } from "../view.ts";
import type { Workbench } from "../workbench.ts";
import { messageNames } from "./names.ts";
import { Visible } from "./visible.tsx";

interface ControlsProps {
  readonly bench: Workbench;
  readonly shown: ShownMessage;
  readonly view: View;
  readonly links: Links;
  readonly isServed: boolean;
}

/** What is looked at, and how: a form, so that it is used by keyboard like any other. */
export function Controls({ bench, shown, view, links, isServed }: ControlsProps) {
  const { locale, source } = shown;
  const { samples, brands, settings } = bench.checked.project;
  if (!isServed) return <Neighbours bench={bench} shown={shown} links={links} />;
  const sampleNames = Object.keys(samples);
  const isDefault = locale === settings.default;
  const width = view.width ?? WIDTHS.usual;
  const { clientId, clientMetadata } = view.sample;
  // None where brands.json cannot be read.
  const usual: Brand | undefined = brandOf(brands, clientId, clientMetadata?.brand);
  return (
    <form class="controls" id="controls" method="get" action="/look" data-live data-swap>
      {[...filterQuery(view.filter)].map(([name, value]) => (
        <input type="hidden" name={name} value={value} />
      ))}
      {isDefault && view.beside ? <input type="hidden" name="beside" value="on" /> : null}
      <details class="fold" id="folded-controls" open>
        <summary>Language, person and look</summary>
        <div class="choosing">
          <label>
            Language
            <select name="locale" id="control-locale" data-name="Language">
              {bench.locales.map((each) => (
                <option value={each} selected={each === locale}>
                  {languageName(each)}
                </option>
              ))}
            </select>
          </label>
          <label>
            Message
            <select name="message" id="control-message" data-name="Message">
              {bench.messages.map((each) => (
                <option value={each.name} selected={each.source === source}>
                  {messageNames[each.source]}
                </option>
              ))}
            </select>
          </label>
          {sampleNames.length === 0 ? null : (
            <label>
              Shown for
              <select name="sample" id="control-sample" data-name="Shown for">
                {sampleNames.map((name) => (
                  <option value={name} selected={name === view.sampleName}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          <label>
            Brand
            <select name="brand" id="control-brand" data-name="Brand">
              <option value="">{usual ? `${usual.name} (client)` : "of the app client"}</option>
              {Object.entries(brands.brands).map(([key, { name }]) => (
                <option value={key} selected={key === view.brand}>
                  {name} ({key})
                </option>
              ))}
            </select>
          </label>
          <fieldset class="choice">
            <legend>Colours</legend>
            <div class="choices">
              {(["light", "dark"] as const).map((scheme) => (
                <label>
                  <input
                    type="radio"
                    name="scheme"
                    id={`control-${scheme}`}
                    value={scheme}
                    checked={view.scheme === scheme}
                    data-name="Colours"
                  />
                  {scheme}
                </label>
              ))}
            </div>
          </fieldset>
          <label>
            <span>
              Desktop width
              <span aria-hidden="true">
                : <span id="control-width-shown">{width}</span> px
              </span>
            </span>
            <input
              type="range"
              name="width"
              id="control-width"
              min={WIDTHS.least}
              max={WIDTHS.most}
              value={width}
              aria-valuetext={`${width} pixels`}
              data-usual={view.width === undefined ? "yes" : undefined}
              data-name="Desktop width"
            />
          </label>
          <div class="checks">
            <label class="check">
              <input
                type="checkbox"
                name="images"
                id="control-images"
                value="off"
                checked={!view.images}
                data-name="Images off"
              />
              images off
            </label>
            {isDefault ? null : (
              <label class="check">
                <input
                  type="checkbox"
                  name="beside"
                  id="control-beside"
                  value="on"
                  checked={view.beside}
                  data-name={`Beside ${languageName(settings.default)}`}
                />
                beside {languageName(settings.default)}
              </label>
            )}
          </div>
          <button type="submit" class="without-script">
            Show
          </button>
        </div>
      </details>
    </form>
  );
}

/** The ways on from a static page. */
function Neighbours({ bench, shown, links }: Pick<ControlsProps, "bench" | "shown" | "links">) {
  const message = bench.messages.find(({ name }) => name === shown.name);
  return (
    <nav class="neighbours" aria-label="The same message in other languages">
      {bench.locales
        .filter((locale) => message && isMeant(bench, locale, message))
        .map((locale) => (
          <a
            href={links.message(locale, shown.name)}
            aria-current={locale === shown.locale ? "page" : undefined}
          >
            {languageName(locale)}
          </a>
        ))}
    </nav>
  );
}

/** As many characters as somebody can type: more than the trigger reads, so that it can be seen what becomes of them. */
const LONGEST = 600;

interface ValuesProps {
  readonly bench: Workbench;
  readonly shown: ShownMessage;
  readonly view: View;
}

/** What the sample brings, to be changed, and what of it no message prints. */
export function Values({ bench, shown, view }: ValuesProps) {
  const dropped = new Map(shown.picture?.dropped.map(({ name, why }) => [name, why]));
  const idle = withoutEffect(
    view.sample,
    { locale: shown.locale, source: shown.source, brand: view.brand },
    bench.checked.project,
  );
  const fields = fieldsOf(view.sample, [...bench.checked.project.metadata.keys()]);
  return (
    <details class="card person" id="values" open={view.changed.size > 0 || dropped.size > 0} data-swap>
      <summary>
        <h2>The person</h2> <span class="quiet">{view.sampleName || "nobody"}</span>
      </summary>
      <p class="quiet">
        What the app and the pool would send of “{view.sampleName || "nobody"}”. Change it to see what comes
        of it: nothing is saved. Lasting samples are in templates/samples.json.
      </p>
      <form class="values" method="get" action="/look" data-live>
        {[...queryOf(view, bench)].map(([name, value]) =>
          view.changed.has(name) ? null : <input type="hidden" name={name} value={value} />,
        )}
        <input type="hidden" name="locale" value={shown.locale} />
        <input type="hidden" name="message" value={shown.name} />
        {fields.map((field) => (
          <Value
            field={field}
            dropped={dropped.get(field.name.replace(/^attribute\./, ""))}
            idle={idle.get(field.name)}
            isChanged={view.changed.has(field.name)}
          />
        ))}
        <button type="submit" class="without-script">
          Show
        </button>
      </form>
    </details>
  );
}

interface ValueProps {
  readonly field: Field;
  /** Why no message prints it. */
  readonly dropped: string | undefined;
  /** Why it changes nothing on this page. */
  readonly idle: string | undefined;
  readonly isChanged: boolean;
}

/** A value to be changed, with all that an input does not show of it. */
function Value({ field: { name, label, value }, dropped, idle, isChanged }: ValueProps) {
  const id = `value-${name.replaceAll(".", "-")}`;
  const hasInvisible = invisibleNames(value).length > 0;
  const notes = [
    ...(hasInvisible ? [`${id}-typed`] : []),
    ...(dropped === undefined ? [] : [`${id}-why`]),
    ...(dropped === undefined && idle !== undefined ? [`${id}-idle`] : []),
  ];
  return (
    <div class="value">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={name}
        value={value}
        dir="auto"
        autocomplete="off"
        spellcheck={false}
        maxlength={LONGEST}
        data-name={label}
        data-changed={isChanged}
        aria-describedby={notes.length === 0 ? undefined : notes.join(" ")}
      />
      {hasInvisible ? (
        <p class="typed" id={`${id}-typed`}>
          With what nobody sees: <Visible text={value} />
        </p>
      ) : null}
      {dropped === undefined ? null : (
        <p class="dropped" id={`${id}-why`}>
          Not taken. {dropped}
        </p>
      )}
      {dropped === undefined && idle !== undefined ? (
        <p class="idle" id={`${id}-idle`}>
          {idle}
        </p>
      ) : null}
    </div>
  );
}
