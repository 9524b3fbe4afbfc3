import { FromStringShapeDeserializer, ToStringShapeSerializer } from "@smithy/core/protocols";
import { contentType, isBound, isInBody, isRaw, payloadOf } from "./binding.ts";
import { readJson, writtenJson } from "./json-body.ts";
import { labelCount, labelsIn } from "./path.ts";
import type { Operation } from "./service.ts";
import { mismatches, part } from "./shape.ts";
import type { Protocol, WireRequest, WireResponse } from "./wire.ts";

// As the SDK's client of this protocol has them; where a member stands decides on its timestamps first.
const settings = { httpBindings: true, timestampFormat: { useTrait: true, default: 7 } } as const;
const fromText = new FromStringShapeDeserializer(settings);
const toText = new ToStringShapeSerializer(settings);

/** REST with JSON: method and path name the operation, and a member's traits say where it stands. */
export const restJson: Protocol = {
  operation({ operations }, { method, url }) {
    return operations
      .flatMap((operation) => {
        const [verb, uri = ""] = operation.http ?? [];
        return verb === method && labelsIn(url, uri) ? [{ operation, labels: labelCount(uri) }] : [];
      })
      .sort((one, other) => one.labels - other.labels)[0]?.operation;
  },
  async read(operation, request) {
    const { input: shape } = operation;
    const type = contentType(shape);
    const body = await readBody(operation, request.body);
    const bound = { ...readBound(operation, request), ...body.payload };
    return {
      input: { ...bound, ...body.members },
      mismatches: [
        ...(type && request.headers["content-type"] !== type ? [`the content type is not ${type}`] : []),
        ...unknownParameters(operation, request.url).map((name) => `the query has ${name}`),
        ...mismatches(part(shape, isBound), bound, "sdk", "input"),
        ...body.mismatches,
      ],
    };
  },
  response(operation, output) {
    const type = contentType(operation.output);
    const headers: Record<string, string> = type ? { "content-type": type } : {};
    let status = operation.http?.[2] ?? 200;
    for (const [name, member] of operation.output.structIterator()) {
      if (output[name] === undefined) continue;
      const { httpHeader, httpResponseCode } = member.getMergedTraits();
      if (httpResponseCode) status = Number(output[name]);
      if (!httpHeader) continue;
      toText.write(member, output[name]);
      headers[httpHeader.toLowerCase()] = toText.flush();
    }
    return { status, headers, body: writtenBody(operation, output) };
  },
  failure(name, status, members) {
    const headers = { "content-type": "application/json", "x-amzn-errortype": name };
    return { status, headers, body: JSON.stringify(members) };
  },
};

/** The members in the path, the query and the headers. */
function readBound({ input, http }: Operation, { url, headers }: WireRequest): Record<string, unknown> {
  const labels = labelsIn(url, http?.[1] ?? "") ?? {};
  const values: Record<string, unknown> = {};
  for (const [name, member] of input.structIterator()) {
    const { httpLabel, httpQuery, httpHeader } = member.getMergedTraits();
    if (httpQuery && member.isListSchema() && url.searchParams.has(httpQuery)) {
      const item = member.getValueSchema();
      values[name] = url.searchParams.getAll(httpQuery).map((text) => fromText.read(item, text));
      continue;
    }
    const text = httpLabel
      ? labels[name]
      : httpQuery
        ? url.searchParams.get(httpQuery)
        : httpHeader && headers[httpHeader.toLowerCase()];
    if (typeof text === "string") values[name] = fromText.read(member, text);
  }
  return values;
}

function unknownParameters({ input, http }: Operation, url: URL): string[] {
  const known = [
    ...[...input.structIterator()].map(([, member]) => member.getMergedTraits().httpQuery),
    ...new URLSearchParams(http?.[1].split("?")[1]).keys(),
  ];
  return [...url.searchParams.keys()].filter((name) => !known.includes(name));
}

/** The members in the body, or the one that is the body. */
async function readBody({ input, service }: Operation, body: Buffer) {
  const [name, payload] = payloadOf(input) ?? [];
  if (name === undefined || payload === undefined) {
    const { value, mismatches } = await readJson(part(input, isInBody), service, body, "input");
    return { members: value, mismatches };
  }
  if (body.length === 0) return { mismatches: [] };
  if (payload.isBlobSchema()) return { payload: { [name]: new Uint8Array(body) }, mismatches: [] };
  if (payload.isStringSchema()) return { payload: { [name]: body.toString("utf8") }, mismatches: [] };
  const { value, mismatches } = await readJson(payload, service, body, `input.${name}`);
  return { payload: { [name]: value }, mismatches };
}

function writtenBody(
  { output: shape, service }: Operation,
  output: Readonly<Record<string, unknown>>,
): WireResponse["body"] {
  const [name, payload] = payloadOf(shape) ?? [];
  if (name === undefined || payload === undefined) {
    return contentType(shape) ? writtenJson(part(shape, isInBody), service, output) : "";
  }
  const value = output[name];
  if (value === undefined) return "";
  return isRaw(payload) ? (value as string | Uint8Array) : writtenJson(payload, service, value);
}
