import { NormalizedSchema } from "@smithy/core/schema";
import type { $ClientProtocol, StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { awsJson } from "./aws-json.ts";
import { awsQuery } from "./aws-query.ts";
import { restJson } from "./rest-json.ts";
import type { Protocol } from "./wire.ts";
import { xmlCodec } from "./xml-body.ts";

export interface Service {
  /** The SDK's service id without spaces: "SecretsManager". */
  readonly name: string;
  readonly protocol: Protocol;
  /** The start of an awsJson request's target: "AmazonSSM". */
  readonly target: string | undefined;
  /** The Version of a query request: "2010-03-31". */
  readonly version: string | undefined;
  /** The SDK's own writer and reader of this service's JSON or XML. */
  readonly codec: ReturnType<SdkProtocol["getPayloadCodec"]>;
  readonly operations: readonly Operation[];
  readonly errors: ReadonlyMap<string, NormalizedSchema>;
}

export interface Operation {
  /** "SSM.GetParameter". */
  readonly name: string;
  readonly service: Service;
  readonly input: NormalizedSchema;
  readonly output: NormalizedSchema;
  /** Method, path and status, of a REST operation. */
  readonly http: readonly [method: string, uri: string, status: number] | undefined;
  /** The service's name in a signature; `undefined` for an operation without one, as ForgotPassword is. */
  readonly signingName: string | undefined;
}

type SdkProtocol = $ClientProtocol<never, never>;

/** The description of the service that every SDK client has, although its types do not contain it. */
interface Described {
  readonly serviceId: string;
  readonly protocol: SdkProtocol;
  readonly protocolSettings: {
    readonly serviceTarget?: string;
    readonly version?: string;
    readonly xmlNamespace?: string;
  };
  httpAuthSchemeProvider(call: { operation: string; region: string; Region: string }): readonly {
    readonly schemeId: string;
    readonly signingProperties?: { readonly name?: string };
  }[];
}

/** The first element of a schema of the SDK. */
const OPERATION = 9;
const ERROR = -3;

const protocols: Readonly<Record<string, Protocol>> = {
  "aws.protocols#awsJson1_1": awsJson,
  "aws.protocols#awsQuery": awsQuery,
  "aws.protocols#restJson1": restJson,
};

/** Returns the service of an SDK client, by the schemas among the exports of the client's package. */
export function serviceOf(client: { readonly config: object }, exported: object, region: string): Service {
  const described = client.config as Described;
  const settings = described.protocolSettings;
  const protocol = protocols[described.protocol.getShapeId()];
  if (!protocol) throw new Error(`${described.serviceId} speaks ${described.protocol.getShapeId()}`);
  const schemas = Object.values(exported).filter(isSchema);
  const operations: Operation[] = [];
  const service: Service = {
    name: described.serviceId.replaceAll(" ", ""),
    protocol,
    target: settings.serviceTarget,
    version: settings.version,
    codec: protocol === awsQuery ? xmlCodec(settings.xmlNamespace) : described.protocol.getPayloadCodec(),
    operations,
    errors: new Map(
      schemas
        .filter((schema) => schema[0] === ERROR)
        .map((schema) => [schema[2], NormalizedSchema.of(schema)]),
    ),
  };
  for (const schema of schemas) {
    if (schema[0] !== OPERATION) continue;
    const [, , operation, traits, input, output] = schema;
    const schemes = described.httpAuthSchemeProvider({ operation, region, Region: region });
    operations.push({
      name: `${service.name}.${operation}`,
      service,
      input: NormalizedSchema.of(input),
      output: NormalizedSchema.of(output),
      http: typeof traits === "object" ? traits.http : undefined,
      signingName: schemes.find(({ schemeId }) => schemeId === "aws.auth#sigv4")?.signingProperties?.name,
    });
  }
  return service;
}

function isSchema(value: unknown): value is StaticOperationSchema | StaticErrorSchema {
  return Array.isArray(value) && (value[0] === OPERATION || value[0] === ERROR);
}
