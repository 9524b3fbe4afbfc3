import { XmlCodec } from "@aws-sdk/core/protocols";
import type { StaticStructureSchema } from "@smithy/types";

/** Returns the SDK's own writer and reader of XML; its client of the query protocol only reads. */
export function xmlCodec(xmlNamespace = ""): XmlCodec {
  return new XmlCodec({
    xmlNamespace,
    serviceNamespace: "",
    httpBindings: false,
    timestampFormat: { useTrait: true, default: 5 },
  });
}

/** Returns a structure of these members: the query protocol wraps outputs in two. */
export function structure(
  name: string,
  members: readonly (readonly [name: string, shape: StaticStructureSchema[5][number]])[],
): StaticStructureSchema {
  return [3, "", name, 0, members.map(([member]) => member), members.map(([, shape]) => shape)];
}
