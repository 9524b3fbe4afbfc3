import { NormalizedSchema } from "@smithy/core/schema";
import type { $ClientProtocol, StaticErrorSchema, StaticOperationSchema } from "@smithy/types";
import { awsJson } from "./aws-json.ts";
import { awsQuery } from "./aws-query.ts";
import { restJson } from "./rest-json.ts";
import type { Protocol } from "./wire.ts";
import { xmlCodec } from "./xml-body.ts";

export interface Service {
  /** Its name for us: the SDK's service id without spaces, "SecretsManager". */
  readonly name: string;
  readonly protocol: Protocol;
  /** What an awsJson request has before the operation's name in its target, "AmazonSSM". */
  readonly target: string | undefined;
  /** What a query request has as its Version, "2010-03-31". */
  readonly version: string | undefined;
  /** The SDK's own writer and reader of this service's JSON or XML: dates, bytes, member names. */
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
  /** The service's name in a signature's scope; undefined for what may come unsigned, as ForgotPassword does. */
  readonly signingName: string | undefined;
}

type SdkProtocol = $ClientProtocol<never, never>;

/** What a client of the SDK says of its service. Every generated client has it; none lists it in its types. */
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

const protocols: Readonly<Record<string, Protocol>> = {
  "aws.protocols#awsJson1_1": awsJson("1.1"),
  "aws.protocols#awsQuery": awsQuery,
  "aws.protocols#restJson1": restJson,
};

/** A service as its SDK client and the schemas in `exported`, all that the client's package exports, have it. */
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
      schemas.filter((schema) => schema[0] === -3).map((schema) => [schema[2], NormalizedSchema.of(schema)]),
    ),
  };
  for (const schema of schemas) {
    if (schema[0] !== 9) continue;
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
  return Array.isArray(value) && (value[0] === 9 || value[0] === -3);
}
