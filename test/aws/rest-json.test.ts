import { NormalizedSchema } from "@smithy/core/schema";
import type { StaticStructureSchema } from "@smithy/types";
import { expect, test } from "vitest";
import { restJson } from "./rest-json.ts";
import type { Operation, Service } from "./service.ts";
import { services } from "./services.ts";

// What the services that we answer for have none of, and Lambda and SES do: labels, lists in the query, a
// payload to send, a status that is a member.
const STRING = 0;
const NUMBER = 1;
const BLOB = 21;
const LIST_OF_STRINGS = 64;
const invocation: StaticStructureSchema = [
  3,
  "test",
  "Invocation",
  0,
  ["Name", "Part", "Kind", "Payload"],
  [
    [STRING, 1],
    [LIST_OF_STRINGS, { httpQuery: "part" }],
    [STRING, { httpHeader: "X-Kind" }],
    [BLOB, 16],
  ],
  1,
];
const invoked: StaticStructureSchema = [
  3,
  "test",
  "Invoked",
  0,
  ["Status", "Kind", "Result"],
  [[NUMBER, 32], [STRING, { httpHeader: "X-Kind" }], STRING],
];

const codec = services.find(({ protocol }) => protocol === restJson)?.codec as Service["codec"];
const operations: Operation[] = [];
const service: Service = {
  name: "Test",
  protocol: restJson,
  target: undefined,
  version: undefined,
  codec,
  operations,
  errors: new Map(),
};
for (const [name, uri] of [
  ["Invoke", "/functions/{Name}"],
  ["InvokeAll", "/functions/all"],
  ["Describe", "/things/{Name+}/description?full=yes"],
  ["Ping", "/ping"],
] as const) {
  operations.push({
    name,
    service,
    input: NormalizedSchema.of(name === "Ping" ? "unit" : invocation),
    output: NormalizedSchema.of(name === "Ping" ? "unit" : invoked),
    http: ["POST", uri, 200],
    signingName: "test",
  });
}

const posted = (path: string, body = "", headers = {}) => ({
  method: "POST",
  url: new URL(path, "http://127.0.0.1"),
  headers: { "content-type": "application/octet-stream", ...headers },
  body: Buffer.from(body),
});

test.each([
  ["/functions/a%2Fb", "Invoke"],
  ["/functions/all", "InvokeAll"],
  ["/functions/a/b", undefined],
  ["/functions", undefined],
  ["/things/a/b/description?full=yes", "Describe"],
  ["/things/a/b/description", undefined],
])("POST %s is %s", (path, name) => {
  expect(restJson.operation(service, posted(path))?.name).toBe(name);
});

const [invoke, invokeAll, describe, ping] = operations as [Operation, Operation, Operation, Operation];

test("an input is read from the path, the query, a header and the body", async () => {
  const request = posted("/functions/a%2Fb?part=x&part=y%26z", "bytes", { "x-kind": "Event" });
  const Payload = new TextEncoder().encode("bytes");
  expect(await restJson.read(invoke, request)).toEqual({
    input: { Name: "a/b", Part: ["x", "y&z"], Kind: "Event", Payload },
    mismatches: [],
  });
});

test.each([
  [invokeAll, posted("/functions/all"), ["input.Name is missing"]],
  [describe, posted("/things/a/b/description?full=yes&all=yes"), ["the query has all"]],
  [
    invoke,
    posted("/functions/a", "", { "content-type": "text/plain" }),
    ["the content type is not application/octet-stream"],
  ],
])("$name: what an input lacks is told", async (operation, request, mismatches) => {
  expect((await restJson.read(operation, request)).mismatches).toEqual(mismatches);
});

test("an output is written to the status, a header and the body", () => {
  const { status, headers, body } = restJson.response(invoke, { Status: 202, Kind: "Event", Result: "done" });
  expect({ status, headers }).toEqual({
    status: 202,
    headers: { "content-type": "application/json", "x-kind": "Event" },
  });
  expect(JSON.parse(new TextDecoder().decode(body as Uint8Array))).toEqual({ Result: "done" });
});

test("an operation may have no input and no output", async () => {
  expect(await restJson.read(ping, posted("/ping"))).toEqual({ input: {}, mismatches: [] });
  expect((await restJson.read(ping, posted("/ping", '{"a":1}'))).mismatches).toHaveLength(1);
  expect(restJson.response(ping, {})).toEqual({ status: 200, headers: {}, body: "" });
});
