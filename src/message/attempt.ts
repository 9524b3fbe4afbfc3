import type { Step } from "../annotations/annotations.ts";
import type { Part } from "./accepted.ts";
import { fitted } from "./fitted.ts";
import { type MessageModel, subjectModel } from "./model.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Renderer } from "./renderer.ts";

/** One way to write a message: as meant, or a step down from that. */
export interface Attempt {
  readonly step: Exclude<Step, "left to Cognito">;
  /** Made when it is this one's turn, which is seldom any but the first's. */
  readonly model: () => MessageModel;
  readonly renderer: () => Promise<Renderer>;
}

/** Parts of a message, and the step at which Cognito would accept them. */
export interface Written<P extends Part> {
  readonly step: Step;
  /** Absent when they are left to Cognito. */
  readonly texts?: Readonly<Record<P, string>>;
}

/**
 * The parts, all from the first attempt of which Cognito would accept every one. Each attempt that failed is
 * told in `warnings`: by part and rule, never by the text.
 */
export async function firstAccepted<P extends Part>(
  parts: readonly P[],
  attempts: readonly Attempt[],
  placeholders: Placeholders,
  warnings: string[],
): Promise<Written<P>> {
  for (const { step, model, renderer } of attempts) {
    try {
      const render = await renderer();
      const values = model();
      const written = parts.map((part) => {
        const text = render(part, part === "subject" ? subjectModel(values) : values);
        return [part, fitted(part, text, placeholders)] as const;
      });
      const refused = written.flatMap(([part, { refused: each }]) =>
        each.map(({ rule }) => `${part} ${step}: refused for its ${rule}`),
      );
      if (refused.length === 0) {
        const texts = written.map(([part, { text }]) => [part, text]);
        return { step, texts: Object.fromEntries(texts) as Record<P, string> };
      }
      warnings.push(...refused);
    } catch {
      // What a template throws may quote what it was given.
      warnings.push(`${parts.join(" and ")} ${step}: the template failed`);
    }
  }
  warnings.push(`${parts.join(" and ")} left to Cognito`);
  return { step: "left to Cognito" };
}
