// Types of manifest.json of the simrules dataset 3.2.1, released 2026-12-01.
// Generated from manifest.schema.json.

/** Manifest: What a release consists of, with the digest of each file and of the release before it. */
export interface Manifest {
  /** Schema: The name of this schema, in the same folder. */
  $schema: "manifest.schema.json";
  /** About: What the dataset states of itself; absent where it has a file that does. */
  about?: {
    /**
     * Address: Where the folder of the releases is served, with a slash at its end; absent where none is stated.
     * Format: `uri`.
     */
    address?: string;
    /**
     * Home page: The address of the project that publishes it; absent where none is stated.
     * Format: `uri`.
     */
    homepage?: string;
    /** Id authority: What the ids of feeds begin with: a domain of the publisher and a year in which it was theirs (RFC 4151). */
    id_authority?: string;
    /** Licence: The SPDX name of the licence of the data; absent where none is stated. */
    license?: string;
    /** Name: What the dataset is called; absent where nobody has named it. */
    name?: string;
    /** Page: What the page of answers begins with; absent where nothing is stated. */
    page?: {
      /** Policies: The ids of the policies that are asked first; none for the best known. */
      policies: string[];
      /** Question: The question that is answered first; empty for the first one. */
      question: string;
    };
  };
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
  /** Left out: The files that the release would have but for their size, sorted by path; absent where there is none. */
  left_out?: {
    /** Instead: The folder that has the same in a file for each policy. */
    instead: "by-policy/" | "changes/";
    /** Path: The file. */
    path: "changes.json" | "dataset.json";
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
