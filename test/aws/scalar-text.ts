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
  hasForm(text: string): boolean;
}

/** What texts a scalar has. The SDK's reader is lenient: to it any text is a boolean. */
const forms: readonly TextForm[] = [
  { is: (shape) => shape.isBooleanSchema(), hasForm: (text) => text === "true" || text === "false" },
  {
    is: (shape) => shape.isNumericSchema(),
    hasForm: (text) => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(text),
  },
  { is: (shape) => shape.isBigIntegerSchema(), hasForm: (text) => /^-?\d+$/.test(text) },
  {
    is: (shape) => shape.isBlobSchema(),
    hasForm: (text) => Buffer.from(text, "base64").toString("base64") === text,
  },
  { is: (shape) => shape.isTimestampSchema(), hasForm: () => true }, // here the reader itself is strict
];

/** A scalar from its text in a form; UNREADABLE when the text is none of that shape. */
export function readText(shape: NormalizedSchema, text: string): unknown {
  if (shape.isStringSchema()) return text;
  if (!forms.some(({ is, hasForm }) => is(shape) && hasForm(text))) return UNREADABLE;
  try {
    return fromText.read(shape, text);
  } catch {
    return UNREADABLE;
  }
}
