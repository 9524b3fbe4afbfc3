import { didYouMean } from "../../templates/did-you-mean.ts";
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

function check({ files, samples, brands, metadata, unread }: Project): Case[] {
  // What cannot be read knows nobody.
  if (unread.length > 0) return [];
  const text = files.get(SAMPLES) ?? "";
  return Object.entries(samples).flatMap(([name, { clientId, clientMetadata = {} }]) => {
    const isUnknown = clientId !== undefined && !Object.hasOwn(brands.clients, clientId);
    return [
      ...(isUnknown
        ? [
            {
              file: SAMPLES,
              index: indexOfKey(text, [name, "clientId"]),
              message: `brand.json lists no app client "${clientId}".`,
            },
          ]
        : []),
      ...Object.keys(clientMetadata).flatMap((key) =>
        misspelt(key, [name, "clientMetadata", key], text, metadata),
      ),
    ];
  });
}

/** A key that is nothing like any may be what a stranger sends; one that is nearly right was meant to be it. */
function misspelt(key: string, path: readonly string[], text: string, metadata: Project["metadata"]): Case[] {
  const meant = metadata.has(key) ? undefined : didYouMean(key, metadata.keys(), 2);
  if (!meant) return [];
  const message = `The client metadata has no key "${key}".`;
  return [{ file: SAMPLES, index: indexOfKey(text, path), message, mending: `Did you mean "${meant}"?` }];
}
