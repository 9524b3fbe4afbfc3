/** A fact that a rule reads, known or not. */
export interface RequiredFact {
  /** Identifies the reason of a failure: the operation, and its subject. */
  readonly key: string;
  /** A noun phrase. */
  readonly fact: string;
  /** The command that prints it. */
  readonly command: string;
  readonly isKnown: boolean;
  /** The reason why it is missing, where that is always the same. */
  readonly reason?: string;
}
