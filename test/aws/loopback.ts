import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { ACCESS_KEY, environmentFor } from "./environment.ts";
import { type AwsError, errorResponse } from "./error.ts";
import type { Operation } from "./service.ts";
import { region, services } from "./services.ts";
import { mismatches } from "./shape.ts";
import { signatureFaults } from "./signature.ts";
import { violationResponse } from "./violation.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

export { awsError } from "./error.ts";

/** One call as a test sees it. */
export interface AwsCall {
  /** "SSM.GetParameter": the service's id without spaces, and the operation. */
  readonly operation: string;
  /** In the SDK's member names and values. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The output in the SDK's member names and values; an error; no answer at all; or the end of the connection. */
export type AwsAnswer = Readonly<Record<string, unknown>> | AwsError | "silent" | "reset";

/** `request` counts the requests for the operation since its answer was set, and begins with 1. */
export type Answer = (input: AwsCall["input"], request: number) => AwsAnswer | Promise<AwsAnswer>;

export interface LoopbackAws {
  /** What leads an SDK client to this server, and away from this machine's own credentials and settings. */
  readonly environment: Readonly<Record<string, string>>;
  /** All calls so far, in order. The SDK tries again after some errors: each of its requests is a call. */
  readonly calls: readonly AwsCall[];
  /** In what requests and answers were not as the SDK's model has them: a test ends by expecting none. */
  readonly violations: readonly string[];
  /** Sets, or sets anew, what answers an operation. It may take its time. */
  answer(operation: string, by: Answer): void;
  close(): Promise<void>;
}

/**
 * A server on this machine that answers for AWS. It takes only requests that the SDK's model allows, and gives
 * only answers that it allows. Any other is told in `violations`, and by the error LoopbackViolation with
 * status 400: the SDK tries again after a 500, and what we test takes one for an outage.
 */
export async function loopbackAws(): Promise<LoopbackAws> {
  const calls: AwsCall[] = [];
  const violations: string[] = [];
  const answers = new Map<string, { readonly by: Answer; requests: number }>();

  const violation = (request: WireRequest, where: string, faults: readonly string[]): WireResponse => {
    const told = faults.map((fault) => `${where}: ${fault}`);
    violations.push(...told);
    return violationResponse(request, told.join("\n"));
  };

  const reply = async (operation: Operation, request: WireRequest) => {
    const { name, service, signingName } = operation;
    const { input, mismatches: faults } = await service.protocol.read(operation, request);
    const scope = signingName && { key: ACCESS_KEY, region, service: signingName };
    const unsigned = scope ? signatureFaults(request.headers, scope) : [];
    if (unsigned.length + faults.length > 0) return violation(request, name, [...unsigned, ...faults]);
    calls.push({ operation: name, input });
    const answer = answers.get(name);
    if (!answer) return violation(request, name, ["nothing answers it"]);
    const given = await answer.by(input, ++answer.requests);
    if (given === "silent" || given === "reset") return given;
    if (given instanceof Error) {
      const failure = errorResponse(service, given);
      return Array.isArray(failure) ? violation(request, name, failure) : failure;
    }
    const wrong = mismatches(operation.output, given, "sdk", "answer");
    return wrong.length > 0 ? violation(request, name, wrong) : service.protocol.response(operation, given);
  };

  const server = createServer(async (incoming, outgoing) => {
    const send = ({ status, headers, body }: WireResponse) =>
      outgoing.writeHead(status, { ...headers, "x-amzn-requestid": randomUUID() }).end(body);
    const request = await wireRequest(incoming).catch(() => undefined);
    if (!request) return;
    let where = `${request.method} ${request.url.pathname}`;
    try {
      const operation = operationOf(request);
      if (!operation) return send(violation(request, where, ["no operation is there"]));
      where = operation.name;
      const response = await reply(operation, request);
      if (response === "reset") incoming.socket.resetAndDestroy();
      if (typeof response !== "string") send(response);
    } catch (cause) {
      send(violation(request, where, [String(cause)]));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));

  return {
    environment: environmentFor((server.address() as AddressInfo).port),
    calls,
    violations,
    answer(operation, by) {
      if (!services.some(({ operations }) => operations.some(({ name }) => name === operation))) {
        throw new Error(`No service in test/aws/services.ts has the operation ${operation}.`);
      }
      answers.set(operation, { by, requests: 0 });
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

/** Two REST services may have the same path: then it is for the one that the request is signed for. */
function operationOf(request: WireRequest) {
  const found = services.flatMap((service) => service.protocol.operation(service, request) ?? []);
  const signedFor = request.headers.authorization?.split("/")[3];
  return found.find(({ signingName }) => signingName === signedFor) ?? found[0];
}

async function wireRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const { method = "", url = "", headers } = incoming;
  return { method, url: new URL(url, "http://127.0.0.1"), headers, body: await buffer(incoming) };
}
