// Types of manifest.json of the simrules dataset 3.1.0, released 2026-11-30.
// Generated from manifest.schema.json.

/** Manifest: What a release consists of, with the digest of each file and of the release before it. */
export interface Manifest {
  /** Schema: The name of this schema, in the same folder. */
  $schema: "manifest.schema.json";
  /** Derivation: The number of the code that made the files from the data; 1 where it is left out. */
  derivation?: number;
  /** Files: Every file of the release but the manifest and SHA256SUMS, sorted by path. */
  files: {
    /** Bytes: The size of the file. */
    bytes: number;
    /** Path: The path of the file in the release's folder. */
    path: string;
    /** SHA-256: A digest in lower-case hexadecimal digits. */
    sha256: Digest;
  }[];
  /** Manifest version: The version of this shape. */
  manifest_version: 1;
  /** SHA-256: A digest in lower-case hexadecimal digits. */
  policies_sha256: Digest;
  /** Policies: How many policies the dataset holds. */
  policy_count: number;
  /** Previous release: The release before this one; null for the first. */
  previous: {
    /** SHA-256: A digest in lower-case hexadecimal digits. */
    manifest_sha256: Digest;
    /** Version: The version of a release. */
    version: Version;
  } | null;
  /**
   * Released: The day of the release.
   * Format: `date`.
   */
  released: string;
  /** Schema version: The version of the dataset's shape. */
  schema_version: number;
  /** Tool version: The version of simrules that made the release. */
  tool_version: string;
  /** Version: The version of a release. */
  version: Version;
}

/** SHA-256: A digest in lower-case hexadecimal digits. */
export type Digest = string;

/** Version: The version of a release. */
export type Version = string;
