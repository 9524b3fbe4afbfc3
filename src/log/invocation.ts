import type { Annotations } from "../annotations/annotations.ts";

/** An invocation as the log reports it. */
export interface Invocation extends Annotations {
  readonly triggerSource: string;
  readonly milliseconds: number;
  /** The user's pseudonym, with `CORRELATION_KEY` only. */
  readonly user?: string;
  /** The mistakes in the settings; in the first invocation of a container only. */
  readonly settings?: readonly string[];
}
