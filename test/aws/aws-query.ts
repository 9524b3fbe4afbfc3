import type { $SchemaRef } from "@smithy/types";
import { readForm } from "./form-body.ts";
import { formTree } from "./form-tree.ts";
import { mismatches } from "./shape.ts";
import type { Protocol } from "./wire.ts";
import { structure, xmlCodec } from "./xml-body.ts";

export const FORM_TYPE = "application/x-www-form-urlencoded";
const XML = { "content-type": "text/xml" };

const TEXT = 0;
const errorResponse = structure("ErrorResponse", [
  [
    "Error",
    structure("Error", [
      ["Type", TEXT],
      ["Code", TEXT],
      ["Message", TEXT],
    ]),
  ],
]);

/** AWS query: every operation is a form posted to /, named by its Action; its output and its errors are XML. */
export const awsQuery: Protocol = {
  operation({ operations, name: service }, { method, url, body }) {
    if (method !== "POST" || url.pathname !== "/") return undefined;
    const action = new URLSearchParams(body.toString("utf8")).get("Action");
    return operations.find(({ name }) => name === `${service}.${action}`);
  },
  async read({ input: shape, service }, { headers, body }) {
    const { root, repeated } = formTree(body.toString("utf8"));
    const version = root.parts.get("Version")?.text;
    for (const name of ["Action", "Version"]) {
      if (root.parts.get(name)?.parts.size === 0) root.parts.delete(name);
    }
    const input = readForm(shape, root) as Record<string, unknown>;
    return {
      input,
      mismatches: [
        ...(headers["content-type"] === FORM_TYPE ? [] : [`the content type is not ${FORM_TYPE}`]),
        ...(version === service.version ? [] : [`the version is not ${service.version}`]),
        ...repeated.map((name) => `the body has ${name} again`),
        ...mismatches(shape, input, "sdk", "input"),
      ],
    };
  },
  response({ name, output: shape, service }, output) {
    const action = name.slice(service.name.length + 1);
    const result = `${action}Result`;
    // The SDK reads no ResponseMetadata, and the request's id from a header: we leave out both.
    const members = shape.isUnitSchema() ? [] : [[result, shape.getSchema() as $SchemaRef] as const];
    const writer = service.codec.createSerializer();
    writer.write(structure(`${action}Response`, members), { [result]: output });
    return { status: 200, headers: XML, body: writer.flush() };
  },
  failure(name, status, { message, Message = message }, shape) {
    const [Code] = (shape?.getMergedTraits().awsQueryError ?? [name]) as [code: string];
    const Type = status < 500 ? "Sender" : "Receiver";
    const writer = xmlCodec().createSerializer();
    writer.write(errorResponse, { Error: { Type, Code, Message } });
    return { status, headers: XML, body: writer.flush() };
  },
};
