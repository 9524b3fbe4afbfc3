import type { NormalizedSchema } from "@smithy/core/schema";
import type { Service } from "./service.ts";
import { mismatches } from "./shape.ts";

/** What a JSON body holds of a shape, in the SDK's values; `mismatches` are named from `at` on. */
export async function readJson(
  shape: NormalizedSchema,
  { codec }: Service,
  body: Buffer,
  at: string,
): Promise<{ readonly value: Record<string, unknown>; readonly mismatches: readonly string[] }> {
  let json: unknown;
  try {
    json = body.length === 0 ? {} : JSON.parse(body.toString("utf8"));
  } catch {
    return { value: {}, mismatches: ["the body is not JSON"] };
  }
  const wrong = mismatches(shape, json, "json", at);
  if (wrong.length > 0) return { value: {}, mismatches: wrong };
  return { value: await codec.createDeserializer().read(shape, body), mismatches: [] };
}

/** A value of a shape as the SDK writes it. */
export function writtenJson(
  shape: NormalizedSchema,
  { codec }: Service,
  value: unknown,
): string | Uint8Array {
  const writer = codec.createSerializer();
  writer.write(shape, value);
  return writer.flush();
}
