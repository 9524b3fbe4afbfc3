import { randomUUID } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { type AwsError, errorResponse } from "./aws-error.ts";
import { ACCESS_KEY, environmentFor } from "./environment.ts";
import type { Operation } from "./service.ts";
import { region, services } from "./services.ts";
import { mismatches } from "./shape.ts";
import { signatureMismatches } from "./signature.ts";
import { violationResponse } from "./violation.ts";
import type { WireRequest, WireResponse } from "./wire.ts";

export { awsError } from "./aws-error.ts";

/** A call that was answered. */
export interface AwsCall {
  /** "SSM.GetParameter": the service's id without spaces, and the operation. */
  readonly operation: string;
  /** The input of the SDK's client. */
  readonly input: Readonly<Record<string, unknown>>;
}

/** The output as the SDK's client returns it; an error; no answer at all; or a reset connection. */
export type AwsAnswer = Readonly<Record<string, unknown>> | AwsError | "silent" | "reset";

/** `request` counts the operation's requests since its answer was set, from 1. */
export type Answer = (input: AwsCall["input"], request: number) => AwsAnswer | Promise<AwsAnswer>;

export interface LoopbackAws {
  /** The variables by which an SDK client calls this server. */
  readonly environment: Readonly<Record<string, string>>;
  /** All calls so far, in order; a retry of the SDK is one too. */
  readonly calls: readonly AwsCall[];
  /** Differences between requests or answers and the SDK's model; a test expects none. */
  readonly violations: readonly string[];
  /** Sets what answers an operation. */
  answer(operation: string, by: Answer): void;
  close(): Promise<void>;
}

/**
 * Starts a server on this machine that answers for AWS. Requests and answers have to be of the SDK's model: any other
 * is a violation, answered by the error LoopbackViolation with status 400. After a 500 the SDK would retry.
 */
export async function loopbackAws(): Promise<LoopbackAws> {
  const calls: AwsCall[] = [];
  const violations: string[] = [];
  const answers = new Map<string, { readonly by: Answer; requests: number }>();

  const violation = (request: WireRequest, where: string, reasons: readonly string[]): WireResponse => {
    const texts = reasons.map((reason) => `${where}: ${reason}`);
    violations.push(...texts);
    return violationResponse(request, texts.join("\n"));
  };

  const reply = async (operation: Operation, request: WireRequest) => {
    const { name, service, signingName } = operation;
    const { input, mismatches: wrong } = await service.protocol.read(operation, request);
    const scope = signingName && { key: ACCESS_KEY, region, service: signingName };
    const unsigned = scope ? signatureMismatches(request.headers, scope) : [];
    const faults = [...unsigned, ...wrong, ...mismatches(operation.input, input, "input")];
    if (faults.length > 0) return violation(request, name, faults);
    calls.push({ operation: name, input });
    const answer = answers.get(name);
    if (!answer) return violation(request, name, ["nothing answers it"]);
    const given = await answer.by(input, ++answer.requests);
    if (given === "silent" || given === "reset") return given;
    if (given instanceof Error) {
      const no = [`${service.name} has no error ${given.name}`];
      return errorResponse(service, given) ?? violation(request, name, no);
    }
    const misfits = mismatches(operation.output, given, "answer");
    return misfits.length > 0
      ? violation(request, name, misfits)
      : service.protocol.response(operation, given);
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

function operationOf(request: WireRequest): Operation | undefined {
  return services.flatMap((service) => service.protocol.operation(service, request) ?? [])[0];
}

async function wireRequest(incoming: IncomingMessage): Promise<WireRequest> {
  const { method = "", url = "", headers } = incoming;
  return { method, url: new URL(url, "http://127.0.0.1"), headers, body: await buffer(incoming) };
}
