/**
 * What `url` has where `uri`, a path of the model, has `{Label}`, or `{Label+}` over slashes; undefined when
 * it is another path, or lacks a query parameter that `uri` has.
 */
export function labelsIn(url: URL, uri: string): Readonly<Record<string, string>> | undefined {
  const [path = "", query] = uri.split("?");
  for (const [name, value] of new URLSearchParams(query)) {
    if (url.searchParams.get(name) !== value) return undefined;
  }
  const pattern = path
    .replace(/[.*?^$()[\]\\|]/g, "\\$&")
    .replace(/\{(\w+)\+\}/g, "(?<$1>.+)")
    .replace(/\{(\w+)\}/g, "(?<$1>[^/]+)");
  const found = new RegExp(`^${pattern}$`).exec(url.pathname);
  if (!found) return undefined;
  return Object.fromEntries(
    Object.entries(found.groups ?? {}).map(([label, text]) => [label, decodeURIComponent(text)]),
  );
}

/** How many labels a path of the model has: of two paths that match, the one with fewer is meant. */
export function labelCount(uri: string): number {
  return uri.split("{").length - 1;
}
