/**
 * The common part of every user pool event. Events gain keys over time. In JSON a key may be missing or `null`
 * with the same meaning, which {@link Maybe} marks.
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

/** A user's attributes. Booleans are the strings `"true"` and `"false"`. */
export type Attributes = Readonly<Record<string, string>>;

/** The two places where the caller's metadata arrives; see {@link clientMetadataOf}. */
export interface CallerData {
  readonly clientMetadata?: Maybe<Readonly<Record<string, string>>>;
  readonly validationData?: Maybe<Readonly<Record<string, string>>>;
}
