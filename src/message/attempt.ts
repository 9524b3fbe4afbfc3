import { type Part, type Placeholders, refusedIn } from "./accepted.ts";
import type { MessageModel } from "./model.ts";
import type { Renderer } from "./renderer.ts";

/** One way to write a message: as meant, or a step down from that. */
export interface Attempt {
  readonly step: string;
  readonly model: MessageModel;
  readonly renderer: () => Promise<Renderer>;
}

/**
 * The parts, all from the first attempt of which Cognito would accept every one; `undefined` when none is.
 * Each attempt that failed is told in `warnings`: by part and rule, never by the text.
 */
export async function firstAccepted<P extends Part>(
  parts: readonly P[],
  attempts: readonly Attempt[],
  placeholders: Placeholders,
  warnings: string[],
): Promise<Record<P, string> | undefined> {
  for (const { step, model, renderer } of attempts) {
    try {
      const render = await renderer();
      const written = parts.map((part) => [part, render(part, model)] as const);
      const refused = written.flatMap(([part, text]) =>
        refusedIn(part, text, placeholders).map(({ rule }) => `${part} ${step}: refused for its ${rule}`),
      );
      if (refused.length === 0) return Object.fromEntries(written) as Record<P, string>;
      warnings.push(...refused);
    } catch {
      // What a template throws may quote what it was given.
      warnings.push(`${parts.join(" and ")} ${step}: the template failed`);
    }
  }
  warnings.push(`${parts.join(" and ")} left to Cognito`);
  return undefined;
}
