import { XmlCodec } from "@aws-sdk/core/protocols";
import type { StaticStructureSchema } from "@smithy/types";

/** The SDK's own writer and reader of a query service's XML, of which its client has the reader alone. */
export function xmlCodec(xmlNamespace = ""): XmlCodec {
  return new XmlCodec({
    xmlNamespace,
    serviceNamespace: "",
    httpBindings: false,
    timestampFormat: { useTrait: true, default: 5 },
  });
}

/** A structure whose members are given as name and shape: what the query protocol puts around an output. */
export function structure(
  name: string,
  members: readonly (readonly [name: string, shape: StaticStructureSchema[5][number]])[],
): StaticStructureSchema {
  return [3, "", name, 0, members.map(([member]) => member), members.map(([, shape]) => shape)];
}
