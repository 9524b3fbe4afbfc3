import type { NormalizedSchema } from "@smithy/core/schema";

/** Whether a member is one of the body's, and not in the path, the query, a header, or the body itself. */
export function isInBody(member: NormalizedSchema): boolean {
  const { httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode } = member.getMergedTraits();
  return !(httpLabel || httpQuery || httpHeader || httpPayload || httpResponseCode);
}

export function isBound(member: NormalizedSchema): boolean {
  return !isInBody(member);
}

/** The member that is the whole body. */
export function payloadOf(shape: NormalizedSchema): [name: string, payload: NormalizedSchema] | undefined {
  return [...shape.structIterator()].find(([, member]) => member.getMergedTraits().httpPayload);
}

/** Whether a payload is the body as it stands, and not as JSON. */
export function isRaw(payload: NormalizedSchema): boolean {
  return payload.isBlobSchema() || payload.isStringSchema();
}

/** The content type of a shape's body; undefined when it has none. As the SDK's clients choose theirs. */
export function contentType(shape: NormalizedSchema): string | undefined {
  const [, payload] = payloadOf(shape) ?? [];
  if (!payload)
    return [...shape.structIterator()].some(([, m]) => isInBody(m)) ? "application/json" : undefined;
  const { mediaType } = payload.getMergedTraits();
  if (mediaType || !isRaw(payload)) return mediaType || "application/json";
  return payload.isBlobSchema() ? "application/octet-stream" : "text/plain";
}
