/**
 * A "no" that is meant for the person. Cognito shows its text to the unauthenticated caller, so it begins
 * with a stable word that an app can localise (`LEGACY_ACCOUNT: …`) and holds nothing about anybody.
 */
export class Refusal {
  readonly text: string;

  /**
   * @param word the stable word, in capitals: `LEGACY_ACCOUNT`
   * @param sentence for whoever reads it unlocalised, without a full stop: Cognito adds its own
   */
  constructor(word: Uppercase<string>, sentence: string) {
    this.text = `${word}: ${sentence}`;
  }
}
