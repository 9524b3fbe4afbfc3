/** The content of `dist/manifest.json`: trigger -> how to deploy it. */
export type Manifest = Readonly<Record<string, BuiltTrigger>>;

export interface BuiltTrigger {
  readonly handler: "index.handler";
  readonly runtime: "nodejs24.x";
  /** The file in the manifest's folder. */
  readonly zip: string;
  /** The size of the zip. */
  readonly bytes: number;
  /** The checksum of the zip in base 64, as in Lambda's `CodeSha256`. */
  readonly sha256: string;
  /** The files in the zip: name -> bytes before compression. */
  readonly files: Readonly<Record<string, number>>;
  /** The brand file and its keys, where it was still the sample's. */
  readonly sampleBrand?: string;
}
