// Types of changes.json of the simrules dataset 3.2.1, released 2026-12-01.
// Generated from changes.schema.json.

/** Changes: Every difference between two sets of policies, and what they do to subscribers. All members but `impacts`, `impact` and `incomparable` of a change, `announced` and `as_of` are always there; null means that there is nothing. */
export interface Changes {
  /** Schema: The name of this schema, or its path from the folder of a file of one policy. */
  $schema: "changes.schema.json" | "../../changes.schema.json";
  /** Announced: What was made known between the two days and begins to hold later; told only where two days are compared. */
  announced?: Effect[];
  /** Origin: What one side of the comparison is. */
  base: Origin;
  /** Changes: The facts: what differs, sorted by policy and pointer. Applied to the base they give the head. */
  changes: Change[];
  /** Effects: What the changes of substance do to subscribers, by policy, topic and rule: one for each group of subscribers to whom the same happens. */
  effects: Effect[];
  /** Origin: What one side of the comparison is. */
  head: Origin;
  /** Impacts: What happens to one rule and to one policy all in all: `mixed` when something is better and something worse, otherwise the weightiest; not told of a first release. */
  impacts?: {
    /** Policies: By the id of the policy: `jp/au`. */
    policies: {
      /**
       * Impact: What it means to the subscriber.
       * - `more_restrictive`: Worse.
       * - `mixed`: Better in one way and worse in another.
       * - `obscured`: What was known is not known any more.
       * - `more_permissive`: Better.
       * - `clarified`: What was not known is known.
       * - `neutral`: Neither better nor worse.
       * - `evidence`: Only what is said about sources.
       * - `editorial`: Only words for readers.
       */
      [key: string]: Impact | undefined;
    };
    /** Rules: By policy, topic and id of the rule: `jp/au#transfer/data-gift`. */
    rules: {
      /**
       * Impact: What it means to the subscriber.
       * - `more_restrictive`: Worse.
       * - `mixed`: Better in one way and worse in another.
       * - `obscured`: What was known is not known any more.
       * - `more_permissive`: Better.
       * - `clarified`: What was not known is known.
       * - `neutral`: Neither better nor worse.
       * - `evidence`: Only what is said about sources.
       * - `editorial`: Only words for readers.
       */
      [key: string]: Impact | undefined;
    };
  };
  /** Schema version: The version of this shape. */
  schema_version: 2;
  /** Summary: How many effects there are of each impact, and how many changes of evidence and of wording. */
  summary: {
    /** Count: How many. */
    clarified: Count;
    /** Count: How many. */
    editorial: Count;
    /** Count: How many. */
    evidence: Count;
    /** Count: How many. */
    mixed: Count;
    /** Count: How many. */
    more_permissive: Count;
    /** Count: How many. */
    more_restrictive: Count;
    /** Count: How many. */
    neutral: Count;
    /** Count: How many. */
    obscured: Count;
  };
  /** Version: The version that the changes ask for. */
  version: {
    /**
     * Level: Which part of the version rises.
     * - `none`: Nothing changed.
     * - `patch`: Evidence and wording only.
     * - `minor`: Substance changed, or something is new.
     * - `major`: The shape of the dataset broke, or an id is gone.
     */
    level: "none" | "patch" | "minor" | "major";
    /** Next: The next version; null if nothing changed or the base has no version. */
    next: string | null;
    /** Reasons: Why it is this level. */
    reasons: string[];
  };
}

/** Change: One difference. */
export interface Change {
  /** After: The value in the head; null where there is none. */
  after: unknown;
  /** Place: Where one side of a change stands; null where there is nothing on that side. */
  base: Place;
  /** Before: The value in the base; null where there is none. */
  before: unknown;
  /** Cause: Why the data changed, as the rule's revision says; null if it does not say. */
  cause: string | null;
  /** Effective: When the carrier makes it so, as the rule says; null if it does not say. */
  effective: unknown;
  /** Evidence: The ids of the sources that the rule refers to. */
  evidence: string[];
  /** Fingerprint: Names this very change, the same in every run. */
  fingerprint: string;
  /** Place: Where one side of a change stands; null where there is nothing on that side. */
  head: Place;
  /** Id: What changed and in which direction: topic, field and direction. */
  id: string;
  /**
   * Impact: Only of a change that is no substance; what the others mean is told by the effects.
   * - `evidence`: Only what is said about sources.
   * - `editorial`: Only words for readers.
   */
  impact?: "evidence" | "editorial";
  /** Incomparable: The fields beside it or around it that differ, too, so that no direction is better; only where that is why the change is neutral. */
  incomparable?: string[];
  /**
   * Kind: What happened to the value.
   * - `added`: It is new.
   * - `removed`: It is gone.
   * - `changed`: It is another one.
   * - `recorded`: It is written down for the first time: the base's schema did not know the field.
   */
  kind: "added" | "removed" | "changed" | "recorded";
  /** Label: The field's name for people, in English. */
  label: string;
  /** Pointer: An RFC 6901 pointer into the policy that names list items by their key. */
  pointer: string;
  /** Policy: The id of the policy. */
  policy: string;
  /** Rule: The id of the rule; null for a field of the policy itself. */
  rule: string | null;
  /** Topic: The topic of the rule; null for a field of the policy itself. */
  topic: string | null;
  /** Unit: The unit of a number; null where it has none or carries it itself. */
  unit: string | null;
}

/** Count: How many. */
export type Count = number;

/** Effect: What happens to one group of subscribers. */
export interface Effect {
  /** Cause: Why the data changed; null if the rule does not say. */
  cause: string | null;
  /** Changes: The fingerprints of the changes that do it. */
  changes: string[];
  /** Effective: When the carrier makes it so, as the rule says; null if it does not say. */
  effective: unknown;
  /** Impact: What it means to the subscriber. */
  impact: Impact;
  /** Past: Whether it is what we know of an earlier time, and not of today. */
  past: boolean;
  /** Names: Sorted; empty where the terms do not tell subscribers apart by it. */
  places: Names;
  /** Names: Sorted; empty where the terms do not tell subscribers apart by it. */
  plans: Names;
  /** Policy: The id of the policy. */
  policy: string;
  /** Rule: The id of the rule that answers for the group in the head, else in the base; null for what concerns the policy itself. */
  rule: string | null;
  /** Names: Sorted; empty where the terms do not tell subscribers apart by it. */
  services: Names;
  /** Text: The effect on the witness in one sentence, by language. */
  text: {
    /** Sentence: One sentence. */
    [key: string]: string | undefined;
  };
  /** Topic: The topic of the rule; null for what concerns the policy itself. */
  topic: string | null;
  /** Witness: The first subscriber of the group in order of id; null for what concerns the policy itself. */
  witness: Witness;
}

/**
 * Impact: What it means to the subscriber.
 * - `more_restrictive`: Worse.
 * - `mixed`: Better in one way and worse in another.
 * - `obscured`: What was known is not known any more.
 * - `more_permissive`: Better.
 * - `clarified`: What was not known is known.
 * - `neutral`: Neither better nor worse.
 * - `evidence`: Only what is said about sources.
 * - `editorial`: Only words for readers.
 */
export type Impact = "more_restrictive" | "mixed" | "obscured" | "more_permissive" | "clarified" | "neutral" | "evidence" | "editorial";

/** Names: Sorted; empty where the terms do not tell subscribers apart by it. */
export type Names = string[];

/** Origin: What one side of the comparison is. */
export interface Origin {
  /** As of: The day whose rules are meant; told only where two days are compared. */
  as_of?: string;
  /**
   * Kind: Where the side was read from.
   * - `release`: A published release.
   * - `dataset`: A dataset file.
   * - `folder`: A folder of policy files.
   * - `git`: The policy files at a commit.
   * - `none`: Nothing: the other side is the first release.
   */
  kind: "release" | "dataset" | "folder" | "git" | "none";
  /** Name: The version of a release, the path of a file or folder, or a commit; null for nothing. */
  name: string | null;
  /** SHA-256: The digest of a dataset file, or of the sorted list of digests and paths of policy files; null for nothing. */
  sha256: string | null;
  /** Version: The version of a dataset; null for policy files. */
  version: string | null;
}

/** Place: Where one side of a change stands; null where there is nothing on that side. */
export type Place = {
  /** Column: The column in code points; left out in a release. */
  column?: number;
  /** Line: The line; left out in a release, which has no lines. */
  line?: number;
  /** Path: The path of the policy file. */
  path: string;
} | null;

/** Terms: By field within the rule: only what differs. */
export type Terms = Record<string, unknown>;

/** Witness: The first subscriber of the group in order of id; null for what concerns the policy itself. */
export type Witness = {
  /** Terms: By field within the rule: only what differs. */
  after: Terms;
  /** Terms: By field within the rule: only what differs. */
  before: Terms;
  /** Place: The country, zone or word of where; null where places make no difference. */
  place: string | null;
  /** Plan: The id of the plan, `*` for any that is not named; null where plans make no difference. */
  plan: string | null;
  /** Service: The service; null where services make no difference. */
  service: string | null;
} | null;
