/** What was built, as `dist/manifest.json` tells it: trigger -> how to deploy it. */
export type Manifest = Readonly<Record<string, BuiltTrigger>>;

export interface BuiltTrigger {
  readonly handler: "index.handler";
  readonly runtime: "nodejs24.x";
  /** Beside the manifest. */
  readonly zip: string;
  /** Of the zip. */
  readonly bytes: number;
  /** Of the zip, in base 64, as Lambda's `CodeSha256` has it. */
  readonly sha256: string;
  /** In the zip: name -> bytes before compression. */
  readonly files: Readonly<Record<string, number>>;
  /** Where the brand file was still the sample's: the file, and its keys. */
  readonly sampleBrand?: string;
}
