import { FromStringShapeDeserializer } from "@smithy/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";

// As the SDK's client of the query protocol has them: a timestamp is a date-time unless its trait says otherwise.
const fromText = new FromStringShapeDeserializer({
  httpBindings: false,
  timestampFormat: { useTrait: true, default: 5 },
});

/** What stands for a text that is no value of its shape: `mismatches` takes it for none of any shape. */
export const UNREADABLE = Symbol("unreadable");

interface TextForm {
  is(shape: NormalizedSchema): boolean;
  readonly form: RegExp;
}

/** What texts a scalar has. The SDK's reader is lenient: to it any text is a boolean. */
const forms: readonly TextForm[] = [
  { is: (shape) => shape.isBooleanSchema(), form: /^(true|false)$/ },
  { is: (shape) => shape.isNumericSchema(), form: /^-?\d+(\.\d+)?(e[+-]?\d+)?$/ },
  { is: (shape) => shape.isBigIntegerSchema(), form: /^-?\d+$/ },
  {
    is: (shape) => shape.isBlobSchema(),
    form: /^([a-z\d+/]{4})*([a-z\d+/]{2}==|[a-z\d+/]{3}=)?$/i,
  },
  { is: (shape) => shape.isTimestampSchema(), form: /./ }, // of these the reader itself is strict
];

/** A scalar from its text in a form; UNREADABLE when the text is none of that shape. */
export function readText(shape: NormalizedSchema, text: string): unknown {
  if (shape.isStringSchema()) return text;
  if (!forms.some(({ is, form }) => is(shape) && form.test(text))) return UNREADABLE;
  try {
    return fromText.read(shape, text);
  } catch {
    return UNREADABLE;
  }
}
