/** A trigger event of which only the source is known to be valid. */
export interface RawEvent {
  readonly triggerSource: string;
  readonly [key: string]: unknown;
}
