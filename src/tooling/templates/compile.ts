import type { Finding } from "./finding.ts";

/** A placeholder until the templates are merged: it compiles nothing. */
export async function compile(_options: {
  readonly root: string;
}): Promise<{ findings: readonly Finding[] }> {
  return { findings: [] };
}
