import { isDeepStrictEqual } from "node:util";
import type { NormalizedSchema } from "@smithy/core/schema";
import type { Service } from "./service.ts";

/**
 * Returns the members that a JSON body has, by the SDK's own reader, which is lenient: what its writer does not
 * write again is not of the model.
 */
export async function readJson(
  shape: NormalizedSchema,
  service: Service,
  body: Buffer,
): Promise<{ readonly members: Record<string, unknown>; readonly mismatches: readonly string[] }> {
  try {
    const json: unknown = JSON.parse(body.toString("utf8"));
    const members = await service.codec.createDeserializer().read(shape, body);
    const written = writtenJson(shape, service, members);
    const isSame = isDeepStrictEqual(JSON.parse(new TextDecoder().decode(written)), json);
    return { members, mismatches: isSame ? [] : [`the body is not a ${shape.getName()}`] };
  } catch {
    return { members: {}, mismatches: ["the body cannot be read as JSON"] };
  }
}

/** Returns a value of a shape as the SDK writes it. */
export function writtenJson(shape: NormalizedSchema, { codec }: Service, value: unknown): Uint8Array {
  const writer = codec.createSerializer();
  writer.write(shape, value);
  const written = writer.flush();
  return typeof written === "string" ? Buffer.from(written) : written;
}
