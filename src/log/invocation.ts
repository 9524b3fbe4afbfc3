import type { Annotations } from "../annotations/annotations.ts";

/** What one invocation was, as far as a log may know it. */
export interface Invocation extends Annotations {
  readonly triggerSource: string;
  readonly milliseconds: number;
  /** What stands for the user name, when there is a key for it. */
  readonly user?: string;
  /** What is wrong with the settings; told by the first invocation of a container. */
  readonly settings?: readonly string[];
}
