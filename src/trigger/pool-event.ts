/**
 * What every user pool event has. Events gain keys over time, and on the wire a key may be absent or
 * `null` for the same meaning: {@link Maybe} says where.
 */
export interface PoolEvent<Source extends string, Request, Response> {
  readonly version: string;
  readonly triggerSource: Source;
  readonly region: string;
  readonly userPoolId: string;
  readonly userName?: Maybe<string>;
  readonly callerContext: {
    readonly awsSdkVersion: string;
    /** `CLIENT_ID_NOT_APPLICABLE` or `null` when an administrator made the call. */
    readonly clientId?: Maybe<string>;
  };
  readonly request: Request;
  readonly response: Response;
}

export type Maybe<T> = T | null;

/** A user's attributes. Booleans among them are the strings `"true"` and `"false"`. */
export type Attributes = Readonly<Record<string, string>>;

/** The two places where a caller's own words arrive: see {@link clientMetadataOf}. */
export interface CallerData {
  readonly clientMetadata?: Maybe<Readonly<Record<string, string>>>;
  readonly validationData?: Maybe<Readonly<Record<string, string>>>;
}
