/** A trigger event; only its source is known to be valid. */
export interface RawEvent {
  readonly triggerSource: string;
  readonly [key: string]: unknown;
}
