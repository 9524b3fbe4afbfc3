/**
 * Pre sign-up's "no" to a person. Cognito shows its text to the unauthenticated caller, so it begins with a stable
 * word that an app can localize (`LEGACY_ACCOUNT: …`) and contains nothing about anybody.
 */
export class Refusal {
  readonly text: string;

  /**
   * @param word the stable word, in capitals: `LEGACY_ACCOUNT`
   * @param sentence for people whose app does not translate it, without the full stop, which Cognito adds
   */
  constructor(word: Uppercase<string>, sentence: string) {
    this.text = `${word}: ${sentence}`;
  }
}
