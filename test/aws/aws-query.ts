import type { $SchemaRef } from "@smithy/types";
import { contentTypeMismatch, type Protocol } from "./wire.ts";
import { structure, xmlCodec } from "./xml-body.ts";

export const FORM_TYPE = "application/x-www-form-urlencoded";
const XML = { "content-type": "text/xml" };

const TEXT = 0;
const error = structure("Error", [
  ["Type", TEXT],
  ["Code", TEXT],
  ["Message", TEXT],
]);
const errorResponse = structure("ErrorResponse", [["Error", error]]);

/**
 * AWS query: a form posted to / whose Action names the operation; output and errors are XML. Only inputs of texts
 * and numbers are read: what we call has no others.
 */
export const awsQuery: Protocol = {
  operation({ operations, name: service }, { headers, body }) {
    if (headers["content-type"] !== FORM_TYPE) return undefined;
    const action = new URLSearchParams(body.toString("utf8")).get("Action");
    return operations.find(({ name }) => name === `${service}.${action}`);
  },
  async read({ input: shape, service }, request) {
    const {
      Action: _,
      Version,
      ...members
    } = Object.fromEntries(new URLSearchParams(request.body.toString("utf8")));
    const numbers = [...shape.structIterator()].filter(([, member]) => member.isNumericSchema());
    const isNumber = (name: string) => numbers.some(([each]) => each === name);
    const input = Object.entries(members).map(([name, text]) => [name, isNumber(name) ? Number(text) : text]);
    return {
      input: Object.fromEntries(input),
      mismatches: [
        ...contentTypeMismatch(request, FORM_TYPE),
        ...(Version === service.version ? [] : [`the version is not ${service.version}`]),
      ],
    };
  },
  response({ name, output: shape, service }, output) {
    const action = name.slice(service.name.length + 1);
    const result = `${action}Result`;
    // Without ResponseMetadata: the SDK reads the request's id from a header.
    const members = shape.isUnitSchema() ? [] : [[result, shape.getSchema() as $SchemaRef] as const];
    const writer = service.codec.createSerializer();
    writer.write(structure(`${action}Response`, members), { [result]: output });
    return { status: 200, headers: XML, body: writer.flush() };
  },
  failure(name, status, Message, shape) {
    const [Code] = (shape?.getMergedTraits().awsQueryError ?? [name]) as [code: string];
    const writer = xmlCodec().createSerializer();
    writer.write(errorResponse, { Error: { Type: status < 500 ? "Sender" : "Receiver", Code, Message } });
    return { status, headers: XML, body: writer.flush() };
  },
};
