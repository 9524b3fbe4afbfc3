import { indexOfKey, SAMPLES } from "../../templates/settings.ts";
import type { Project } from "../project.ts";
import type { Case, Rule } from "../rule.ts";

export const samples: Rule = {
  name: "samples",
  severity: "warning",
  protects:
    "The samples stand for people who get your messages. One that names an app client or a metadata key which nothing knows shows a message that nobody gets.",
  mending: "Mend the name, or remove it.",
  example: { file: SAMPLES, to: '{ "Anna": { "clientMetadata": { "lcoale": "de" } } }' },
  check,
};

function check({ files, samples, brands, metadata }: Project): Case[] {
  const text = files.get(SAMPLES) ?? "";
  return Object.entries(samples).flatMap(([name, { clientId, clientMetadata = {} }]) => {
    const unknown = Object.keys(clientMetadata).filter((key) => !metadata.has(key));
    return [
      ...(clientId !== undefined && !Object.hasOwn(brands.clients, clientId)
        ? [
            {
              file: SAMPLES,
              index: indexOfKey(text, [name, "clientId"]),
              message: `brand.json lists no app client "${clientId}".`,
            },
          ]
        : []),
      ...unknown.map((key) => ({
        file: SAMPLES,
        index: indexOfKey(text, [name, "clientMetadata", key]),
        message: `The client metadata has no key "${key}".`,
        mending: `The keys are: ${[...metadata.keys()].join(", ")} (triggers/client-metadata.ts).`,
      })),
    ];
  });
}
