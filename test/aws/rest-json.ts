import { FromStringShapeDeserializer, ToStringShapeSerializer } from "@smithy/core/protocols";
import type { NormalizedSchema } from "@smithy/core/schema";
import { readJson, writtenJson } from "./json-body.ts";
import { contentTypeMismatch, type Protocol, type WireRequest } from "./wire.ts";

// As the SDK's client of this protocol has them.
const settings = { httpBindings: true, timestampFormat: { useTrait: true, default: 7 } } as const;
const fromText = new FromStringShapeDeserializer(settings);
const toText = new ToStringShapeSerializer(settings);

/** REST with JSON: method and path name the operation, and a member's traits say where in a request it is. */
export const restJson: Protocol = {
  operation({ operations }, { method, url }) {
    return operations.find(({ http }) => http?.[0] === method && labelsIn(url, http[1]));
  },
  async read({ input: shape, http, service }, request) {
    const labels = labelsIn(request.url, http?.[1] ?? "") ?? {};
    const input: Record<string, unknown> = {};
    for (const [name, member] of shape.structIterator()) {
      const text = textOf(name, member, request, labels);
      if (typeof text === "string") input[name] = fromText.read(member, text);
    }
    const known = [...shape.structIterator()].map(([, member]) => member.getMergedTraits().httpQuery);
    const unknown = [...request.url.searchParams.keys()].filter((name) => !known.includes(name));
    const mismatches = unknown.map((name) => `the query has ${name}`);
    const payload = payloadOf(shape);
    if (payload && request.body.length > 0) input[payload] = new Uint8Array(request.body);
    if (payload || !hasBody(shape)) return { input, mismatches };
    const body = await readJson(shape, service, request.body);
    const isJson = contentTypeMismatch(request, "application/json");
    return {
      input: { ...body.members, ...input },
      mismatches: [...mismatches, ...isJson, ...body.mismatches],
    };
  },
  response({ output: shape, http, service }, output) {
    const headers: Record<string, string> = {};
    let status = http?.[2] ?? 200;
    for (const [name, member] of shape.structIterator()) {
      const { httpHeader, httpResponseCode } = member.getMergedTraits();
      if (output[name] === undefined) continue;
      if (httpResponseCode) status = Number(output[name]);
      if (!httpHeader) continue;
      toText.write(member, output[name]);
      headers[httpHeader.toLowerCase()] = toText.flush();
    }
    const payload = payloadOf(shape);
    if (payload) return { status, headers, body: (output[payload] ?? "") as string | Uint8Array };
    if (!hasBody(shape)) return { status, headers, body: "" };
    const inBody = [...shape.structIterator()].filter(([, member]) => isInBody(member));
    const members = Object.fromEntries(inBody.map(([name]) => [name, output[name]]));
    const type = { "content-type": "application/json" };
    return { status, headers: { ...type, ...headers }, body: writtenJson(shape, service, members) };
  },
  failure(name, status, message) {
    const headers = { "content-type": "application/json", "x-amzn-errortype": name };
    return { status, headers, body: JSON.stringify({ message, Message: message }) };
  },
};

/** Returns the text of a member that is in the path, the query or a header. */
function textOf(
  name: string,
  member: NormalizedSchema,
  { url, headers }: WireRequest,
  labels: Readonly<Record<string, string>>,
) {
  const { httpLabel, httpQuery, httpHeader } = member.getMergedTraits();
  if (httpLabel) return labels[name];
  if (httpQuery) return url.searchParams.get(httpQuery);
  return httpHeader && headers[httpHeader.toLowerCase()];
}

/** Returns the values of the labels `{Name}` in a path of the model; `undefined` for another path. */
function labelsIn(url: URL, path: string): Readonly<Record<string, string>> | undefined {
  const found = new RegExp(`^${path.replace(/\{(\w+)\+?\}/g, "(?<$1>[^/]+)")}$`).exec(url.pathname);
  const labels = Object.entries(found?.groups ?? {});
  return found
    ? Object.fromEntries(labels.map(([name, text]) => [name, decodeURIComponent(text)]))
    : undefined;
}

/** Returns the name of the member that is the whole body: bytes, in what we call. */
function payloadOf(shape: NormalizedSchema): string | undefined {
  return [...shape.structIterator()].find(([, member]) => member.getMergedTraits().httpPayload)?.[0];
}

function hasBody(shape: NormalizedSchema): boolean {
  return [...shape.structIterator()].some(([, member]) => isInBody(member));
}

function isInBody(member: NormalizedSchema): boolean {
  const { httpLabel, httpQuery, httpHeader, httpPayload, httpResponseCode } = member.getMergedTraits();
  return !(httpLabel || httpQuery || httpHeader || httpPayload || httpResponseCode);
}
