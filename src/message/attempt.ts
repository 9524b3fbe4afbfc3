import type { Step } from "../annotations/annotations.ts";
import { fitted } from "./fitted.ts";
import { type MessageModel, subjectModel } from "./message-model.ts";
import type { Placeholders } from "./placeholders.ts";
import type { Part } from "./rejections.ts";
import type { Renderer } from "./renderer.ts";

/** A way to write a message: as meant, or a fallback. */
export interface Attempt {
  readonly step: Exclude<Step, "left to Cognito">;
  /** Called only if the attempts before have failed, which is rare. */
  readonly model: () => MessageModel;
  readonly renderer: () => Promise<Renderer>;
}

/** Parts of a message, and the step at which Cognito would accept them. */
interface Written<P extends Part> {
  readonly step: Step;
  /** `undefined` when they are left to Cognito. */
  readonly texts?: Readonly<Record<P, string>>;
}

/**
 * Writes the parts by the first attempt that Cognito would accept completely. Adds a warning for each attempt that
 * failed, with part and rule but never the text.
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
      const rejected = written.flatMap(([part, { rejections }]) =>
        rejections.map(({ rule }) => `${part} ${step}: rejected for its ${rule}`),
      );
      if (rejected.length === 0) {
        const texts = written.map(([part, { text }]) => [part, text]);
        return { step, texts: Object.fromEntries(texts) as Record<P, string> };
      }
      warnings.push(...rejected);
    } catch {
      // Without the template's error, which may quote a value.
      warnings.push(`${parts.join(" and ")} ${step}: the template failed`);
    }
  }
  warnings.push(`${parts.join(" and ")} left to Cognito`);
  return { step: "left to Cognito" };
}
