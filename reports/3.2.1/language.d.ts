// Types of language.json of the simrules dataset 3.2.1, released 2026-12-01.
// Generated from language.schema.json.

/** Language: Every word of one language: how fields, their words and values are called, and the templates of sentences and messages. A word that is missing is told in English. */
export interface Language {
  /** The path of this schema. */
  $schema?: string;
  /** What each field is called, by its place in the policy schema: `limit/metric` is the member `metric` of the definition `limit`, `policy/kind` a member of the root, `[]` stands for the items of a list and `*` for the values of a map. */
  fields: {
    [key: string]: Field | undefined;
  };
  /**
   * The tag that web pages are marked with; it says the script where the tag does not.
   * Format: `language`.
   */
  html_lang: string;
  /**
   * The tag of the language, which is the name of the file: `ja` for ja.json.
   * Format: `language`.
   */
  language: string;
  /** The words and sentences of reports. */
  messages: {
    /** the answers to the questions of travellers */
    answers: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      allowed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      by_plan: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      conditional: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      disputed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_allowed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_offered: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unknown: Template;
    };
    /** The changelog of a release. */
    changelog: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      by_verdict: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      compared: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      first: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      follows: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      id: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      impact: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policies: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policy: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rules: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      title: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      topic: Template;
    };
    /** each confidence */
    confidences: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      claimed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confirmed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      disputed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unverified: Template;
    };
    /** things that are counted; the form for one is called as the other with `_one` behind it */
    counts: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      brands: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      brands_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changes_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      days: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      days_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policies: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policies_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rules: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rules_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      sources: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      sources_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      texts: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      texts_one: Template;
    };
    /** The page that leads to all releases. */
    door: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changelog: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      first: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      releases: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      title: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      untold: Template;
    };
    /** `simrules history` */
    history: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      ahead: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      became: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      events: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      events_note: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      formerly: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no_events: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no_records: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      records: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      release_of: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unreleased: Template;
    };
    /** each impact */
    impacts: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      clarified: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      editorial: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      evidence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      mixed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_permissive: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_restrictive: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      neutral: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      obscured: Template;
    };
    /** the page of a release */
    page: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      all: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      announced: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      anywhere: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      archived: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article_alone: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article_denied: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article_note: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article_open: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      article_upheld: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      as_of: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      aside_rules: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      before: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      between_days: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      brands: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      caption: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      cite: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      cite_as: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      claimed_by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      compared: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confirmed_by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      count_against: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      count_for: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      data: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      days_unknown: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      description: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      disputed_by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      each: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      ended: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      feed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      files: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter_answer: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter_country: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter_kind: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter_more: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      filter_question: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      first: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      folded: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      held: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      hide_unknown: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      home: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      how_sure: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      include_ended: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      instead: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      languages: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      legend: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      licence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      link: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      made_with: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_brands: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_rules: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      nearest: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no_source: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_known: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      oldest: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      past_rules: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      previous: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      previous_digest: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      read_on: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      reasons: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      report: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      reset: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      schema_version: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      search: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      since_day: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      site: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      skip: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      terms_changed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      timeline: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      timeline_of: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      title: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unknown_by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      until_day: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unverified_by: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      version: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      whole: Template;
    };
    /** what became of something in our data */
    records: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      first_recorded: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      moved: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      recorded_again: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      removed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      retired: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unchanged: Template;
    };
    /** reports of changes, and what all reports share */
    report: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      after: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      announced: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      announced_note: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      as_of: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      asides_count: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      base: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      before: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      brand: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      cause: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      cause_column: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      change: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changes_in_policies: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      colon: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      commit: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      compared: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confidence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confidence_inside: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      copy: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      corrections: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      corrections_note: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      counted_impact: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      dataset: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      effective: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      effective_column: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      evidence_column: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      folder: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      from_day: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      head: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      impact: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      incomparable: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      list_comma: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_annotations: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_changes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      more_reasons: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      moves: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      new_brands: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      new_brands_note: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      next_version: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no_changes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      no_side: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_known: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_yet_in_force: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      nothing: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      on_day: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      only_aside: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policy_and_rule: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policy_itself: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      possible: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      read_on: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      recorded: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      release: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rule: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      sentence_joiner: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      sources: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      title: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      translated: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      translations: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      version: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      witness: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      yes: Template;
    };
    /** `simrules stale` */
    stale: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      age: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confidence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      due: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      due_after: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      due_staggered: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      ended: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      left_out: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      left_out_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      newest_source: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      next_due: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      none_past_due: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      past_due: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policy: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      read_from: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rule: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rules_are: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rules_are_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      title: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unverified: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unverified_one: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      verdict: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      what_to_do: Template;
    };
    /** The titles of the columns of the table that people read. */
    table: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      answers: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      brand: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      conditions: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      confidence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      fees: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      from: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      home: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      home_codes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      in_force: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      kind: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      limits: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      mechanism: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      notes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      plans: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      policy: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      pricing: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      ref: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      rule: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      sentence: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      serves: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      serves_codes: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      short: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      source_days: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      source_publishers: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      source_tiers: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      source_titles: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      source_urls: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      topic: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      until: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      verdict: Template;
    };
    /** What its cells say that no field has a word for. */
    table_words: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      free: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_stated: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      priced: Template;
    };
  };
  /** What the language calls itself. */
  name: string;
  /** Names of countries, currencies and languages by their codes, where they are not those of Unicode CLDR; a release has all. */
  names?: {
    /** What each word is called. */
    countries?: Words;
    /** What each word is called. */
    currencies?: Words;
    /** What each word is called. */
    languages?: Words;
  };
  /** The templates of the sentences on changes and rules. */
  sentences: {
    /** each cause in front of a sentence */
    because: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      carrier_change: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      clarification: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      correction: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      initial: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      reverified: Template;
    };
    /** each cause alone */
    causes: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      carrier_change: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      clarification: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      correction: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      initial: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      reverified: Template;
    };
    /** one template for each direction of a change, and for sets and for what came or went as a whole */
    changes: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "brought-forward": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      clarified: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "confidence-changed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      decreased: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      disabled: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      enabled: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      extended: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      increased: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      introduced: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      lengthened: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      moved?: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      narrowed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      obscured: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "policy-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "policy-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      recorded: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      removed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      renamed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-leaves": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-reaches": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-gained": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-lost": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-swapped": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      shortened: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unrecorded: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      widened: Template;
    };
    /** the same for a change of our data that is none of the carrier's */
    ours: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      introduced: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      removed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-leaves": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-reaches": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "rule-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-gained": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-lost": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-swapped": Template;
    };
    /** the frame of a sentence, its joiners, dates, amounts and money */
    phrases: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      alone: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      amount: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      change: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      comma: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      currency: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      date: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      effect: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      elsewhere: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      false: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      in_language: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      item: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      last: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      money: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      money_code: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      month: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      months: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      named: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      none: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_stated: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      numbered_joiner: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      of: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      on_plan: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      other_plan: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      other_service: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      pair: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      parts: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      plural: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      quoted: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      statement: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      subject: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      term: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      term_joiner: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      true: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      word?: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      year: Template;
    };
    /** the same for evidence and wording, which are ours as well */
    records: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      changed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      introduced: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-introduced": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "item-removed": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      removed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-gained": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-lost": Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      "set-swapped": Template;
    };
    /** each verdict, `ended` for a rule that is over, and `other` */
    rules: {
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      allowed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      conditional: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      ended: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_allowed: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      not_offered: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      other: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      unknown: Template;
      /** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
      [key: string]: Template | undefined;
    };
  };
  /** What each word is called. */
  words: Words;
}

export interface Field {
  /** The field's name. */
  label?: string;
  /** How its values stand in a sentence: `noun` is its name there, `words` are words that differ there, `text` tells an object, `name` an item, `each` the form `{member:each}`, `of_price` what the member `price` is called there, and a direction word a change of it. An object has templates by the words of the field. */
  phrases?: {
    /** What each word is called. */
    words?: Words;
    [key: string]: string | {
      [key: string]: string | undefined;
    } | Words | undefined;
  };
  /** What each question is called that the field's words answer, and how it is asked. */
  questions?: {
    [key: string]: {
      /** Its name, as the head of a column. */
      label: string;
      /** The question as a traveller asks it. */
      question: string;
    } | undefined;
  };
  /** What each word is called. */
  words?: Words;
}

/** `{name}` is filled in; `[...]` is left out where a placeholder in it is empty. */
export type Template = string;

/** What each word is called. */
export interface Words {
  [key: string]: string | undefined;
}
