import type { IncomingHttpHeaders } from "node:http";
import type { NormalizedSchema } from "@smithy/core/schema";
import type { Operation, Service } from "./service.ts";

export interface WireRequest {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export interface WireResponse {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
}

/** The server's side of one of AWS's protocols, of which the SDK has only the client's. */
export interface Protocol {
  /** Which of a service's operations a request is for. */
  operation(service: Service, request: WireRequest): Operation | undefined;
  /** The input in the SDK's member names and values, and in what the request is not as the model has it. */
  read(
    operation: Operation,
    request: WireRequest,
  ): Promise<{ readonly input: Record<string, unknown>; readonly mismatches: readonly string[] }>;
  /** The response with an output that is as the model has it. */
  response(operation: Operation, output: Readonly<Record<string, unknown>>): WireResponse;
  /** The response with the error of that name, and of that shape where the model has it. */
  failure(
    name: string,
    status: number,
    members: Readonly<Record<string, string>>,
    shape?: NormalizedSchema,
  ): WireResponse;
}
