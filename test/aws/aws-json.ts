import { readJson, writtenJson } from "./json-body.ts";
import type { Protocol } from "./wire.ts";

/** AWS JSON: every operation is a POST to /, named by a header, its input and output each one JSON object. */
export function awsJson(version: "1.0" | "1.1"): Protocol {
  const type = `application/x-amz-json-${version}`;
  return {
    operation({ operations, name: service, target }, { method, url, headers }) {
      if (method !== "POST" || url.pathname !== "/") return undefined;
      return operations.find(({ name }) => headers["x-amz-target"] === name.replace(service, `${target}`));
    },
    async read({ input, service }, { headers, body }) {
      const wrongType = headers["content-type"] === type ? [] : [`the content type is not ${type}`];
      const { value, mismatches } = await readJson(input, service, body, "input");
      return { input: value, mismatches: [...wrongType, ...mismatches] };
    },
    response({ output: shape, service }, output) {
      return { status: 200, headers: { "content-type": type }, body: writtenJson(shape, service, output) };
    },
    failure(name, status, members) {
      const body = JSON.stringify({ __type: name, ...members });
      return { status, headers: { "content-type": type }, body };
    },
  };
}
