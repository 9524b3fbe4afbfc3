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

/** The server's side of one of AWS's protocols: the SDK has only the client's. */
export interface Protocol {
  /** Returns the operation of the service that a request calls. */
  operation(service: Service, request: WireRequest): Operation | undefined;
  /** Returns the input as the SDK's client was given it, and how the request differs from the protocol. */
  read(
    operation: Operation,
    request: WireRequest,
  ): Promise<{ readonly input: Record<string, unknown>; readonly mismatches: readonly string[] }>;
  /** Returns the response that carries an output of the operation. */
  response(operation: Operation, output: Readonly<Record<string, unknown>>): WireResponse;
  /** Returns the response that carries an error, of `shape` where the model has it. */
  failure(name: string, status: number, message: string, shape?: NormalizedSchema): WireResponse;
}

/** Returns a mismatch unless the request has the content type. */
export function contentTypeMismatch({ headers }: WireRequest, type: string): readonly string[] {
  return headers["content-type"] === type ? [] : [`the content type is not ${type}`];
}
