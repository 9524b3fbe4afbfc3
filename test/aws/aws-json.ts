import { readJson, writtenJson } from "./json-body.ts";
import { contentTypeMismatch, type Protocol } from "./wire.ts";

const TYPE = "application/x-amz-json-1.1";

/** AWS JSON 1.1: a POST to / whose header names the operation; input and output are JSON objects. */
export const awsJson: Protocol = {
  operation({ operations, name: service, target }, { headers }) {
    return operations.find(({ name }) => headers["x-amz-target"] === name.replace(service, `${target}`));
  },
  async read({ input, service }, request) {
    const { members, mismatches } = await readJson(input, service, request.body);
    return { input: members, mismatches: [...contentTypeMismatch(request, TYPE), ...mismatches] };
  },
  response({ output: shape, service }, output) {
    return { status: 200, headers: { "content-type": TYPE }, body: writtenJson(shape, service, output) };
  },
  failure(name, status, message) {
    // The model of an error writes it with either letter.
    const body = JSON.stringify({ __type: name, message, Message: message });
    return { status, headers: { "content-type": TYPE }, body };
  },
};
