// Types of dataset.json of the simrules dataset 3.2.1, released 2026-12-01; schema version 3.
// Generated from the dataset.schema.json beside it.

/** Dataset: Every policy of one release. */
export interface Dataset {
  /** Schema: The name of this schema, in the same folder. */
  $schema: "dataset.schema.json";
  /**
   * Address: Where the folder of the releases is served, with a slash at its end.
   * Format: `uri`.
   */
  address?: string;
  /**
   * Home page: The home page of the publishing project.
   * Format: `uri`.
   */
  homepage?: string;
  /** Id authority: What the ids of feeds begin with: a domain and a year in which the publisher had it (RFC 4151). */
  id_authority?: string;
  /** Licence: The SPDX name of the licence of the data; NOASSERTION where none is stated. */
  license: string;
  /** Name: What the dataset is called; absent if it has no name. */
  name?: string;
  /** Page: What the page of answers begins with. */
  page?: {
    /** Policies: The ids of the policies that are asked first; none for the best known. */
    policies: string[];
    /** Question: The question that is answered first; empty for the first one. */
    question: string;
  };
  /** Policies: The policies, sorted by id. */
  policies: Policy[];
  /**
   * Released: The day of the release.
   * Format: `date`.
   */
  released: string;
  /** Schema version: The version of this shape; it rises only when a reader of the old shape would break. */
  schema_version: 3;
  /** Version: The version of the release. */
  version: string;
}

/** Alternative: What a traveller can do instead of giving data away. */
export interface Alternative {
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /**
   * Kind: Which alternative.
   * - `separate_esim_each`: One eSIM for each person.
   * - `public_wifi`: Public Wi-Fi.
   * - `home_roaming`: Roaming with the visitor's own carrier.
   * - `global_sim`: A SIM for many countries bought at home.
   * - `tethering`: Sharing the connection.
   */
  kind: "separate_esim_each" | "public_wifi" | "home_roaming" | "global_sim" | "tethering";
}

/** Amount: How much can move at once. */
export interface Amount {
  /** Maximum: The most at once. */
  max: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /**
     * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
     * Format: `unit-or-currency`.
     */
    unit: GivenUnit | null;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive | null;
  } | null;
  /** Minimum: The least at once. */
  min: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /**
     * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
     * Format: `unit-or-currency`.
     */
    unit: GivenUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Step: The smallest step. */
  step: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /**
     * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
     * Format: `unit-or-currency`.
     */
    unit: GivenUnit | null;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive | null;
  } | null;
}

/** Plans: The plans that the rule is for; empty where it is for all of them. */
export type AppliesToPlans = string[];

/**
 * Basis: How the period is counted.
 * - `calendar`: Whole days or months of the calendar.
 * - `rolling`: The last days or months, counted back from now.
 * - `consecutive`: Counted without a gap from the first use.
 * - `cumulative`: Days of use added up.
 * - `billing_cycle`: The period of the bill.
 * - `from_first_use`: From the first use.
 * - `from_activation`: From the activation.
 * - `from_issue`: From the day of issue.
 * - `from_receipt`: From the receipt.
 * - `from_purchase`: From the purchase or charge.
 * - `unknown`: No source that we read says.
 */
export type Basis = "calendar" | "rolling" | "consecutive" | "cumulative" | "billing_cycle" | "from_first_use" | "from_activation" | "from_issue" | "from_receipt" | "from_purchase" | "unknown";

/** Channels: Where it can be done. */
export type Channels = ("app" | "web" | "phone" | "store" | "sms" | "ussd")[];

/** Claim: What the source says, in our own words. */
export interface Claim {
  /** English: The text in English. */
  en: string;
  /** Japanese: The text in Japanese. */
  ja?: string;
  /** Chinese: The text in Chinese. */
  zh?: string;
  /** Other language: The text in the language of the key, a BCP 47 tag. */
  [language: string]: string | undefined;
}

/** Closed hours: When it cannot be done. */
export interface Closed {
  /**
   * Direction: Whether giving or receiving is counted.
   * - `send`: Giving.
   * - `receive`: Receiving.
   * - `both`: Both.
   */
  direction: "send" | "receive" | "both" | null;
  /** From day: The day it closes: a word, or the number of a day of the month. */
  from_day: "every_day" | "first_of_month" | "last_of_month" | string;
  /** From: The hour it closes. */
  from_time: string;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /**
   * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
   * Format: `time-zone`.
   */
  time_zone: TimeZone | null;
  /** Until day: The day it opens again: a word, or the number of a day of the month. */
  until_day: "every_day" | "first_of_month" | "last_of_month" | string;
  /** Until: The hour it opens again. */
  until_time: string;
}

/** Conditions: Everything that must hold. */
export type Conditions = ("application_required" | "option_required" | "same_contract_holder" | "same_account" | "family_group" | "combined_billing" | "eligible_plan" | "eligible_device" | "both_lines_qualify" | "activation_each_use" | "reservation_required" | "recipient_number_and_name" | "recipient_consent" | "voice_line_required" | "carrier_payment" | "phone_numbers_disclosed" | "id_check" | "passport_registration" | "resident_only" | "individual_only" | "prepaid_only" | "postpaid_only" | "home_country_only" | "same_sim_only" | "not_yet_installed" | "device_imei_check" | "frozen_on_plan_change" | "one_hop_only" | "no_resale" | "one_device_at_a_time" | "not_in_router" | "parent_is_phone" | "existing_subscribers_only" | "min_data_pack" | "service_hours" | "other_service_required")[];

/** Contracts: The rule holds for contracts made in this period. */
export interface Contracts {
  /**
   * From: The first day of the contracts.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /**
   * Until: The last day of the contracts.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
}

/**
 * Country: ISO 3166-1 alpha-2 code of a country or territory; XK for Kosovo.
 * Format: `country`.
 */
export type Country = string;

/**
 * Currency: ISO 4217 code of the currency.
 * Format: `currency`.
 */
export type Currency = string;

/**
 * Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so.
 * - `KB`: 1,000 bytes.
 * - `MB`: 1,000,000 bytes.
 * - `GB`: 1,000,000,000 bytes.
 * - `KiB`: 1,024 bytes.
 * - `MiB`: 1,048,576 bytes.
 * - `GiB`: 1,073,741,824 bytes.
 */
export type DataUnit = "KB" | "MB" | "GB" | "KiB" | "MiB" | "GiB";

/** Answer: What the brand answers to one question. */
export interface DerivedAnswer {
  /**
   * Answer: The answer for the brand as a whole.
   * - `allowed`: Every plan has it.
   * - `conditional`: Every plan has it under conditions.
   * - `by_plan`: Plans differ; see `by_plan`.
   * - `disputed`: Sources of equal weight contradict each other.
   * - `unknown`: No source that was read says.
   * - `not_allowed`: It is forbidden.
   * - `not_offered`: There is no such product.
   */
  answer: "allowed" | "conditional" | "by_plan" | "disputed" | "unknown" | "not_allowed" | "not_offered";
  /** By plan: Where plans differ: one entry for each answer that some get, the best first. */
  by_plan: {
    /** Answer: The answer that these plans get. */
    answer: "allowed" | "conditional" | "disputed" | "unknown" | "not_allowed" | "not_offered";
    /** Plans: The ids of the plans. */
    plans: string[];
    /** Rules: The references of the rules that say so. */
    rules: string[];
  }[];
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Rules: The references of the rules that the answer rests on. */
  rules: string[];
}

/** Answers: What the rules of the brand answer on the day of the release, by the id of the question. */
export interface DerivedAnswers {
  /** Answer: What the brand answers to one question. */
  gift: DerivedAnswer;
  /** Answer: What the brand answers to one question. */
  hand_over: DerivedAnswer;
  /** Answer: What the brand answers to one question. */
  move: DerivedAnswer;
  /** Answer: What the brand answers to one question. */
  roam: DerivedAnswer;
  /** Answer: What the brand answers to one question. */
  share: DerivedAnswer;
  /** Answer: What the brand answers to one question. */
  tether: DerivedAnswer;
}

/**
 * Confidence: How sure the rule is, derived from its evidence.
 * - `unverified`: No evidence is given.
 * - `claimed`: Only pages that are neither official nor a regulator's support it.
 * - `disputed`: A page contradicts it.
 * - `confirmed`: An official page or a regulator supports it and none contradicts it.
 */
export type DerivedConfidence = "unverified" | "claimed" | "disputed" | "confirmed";

/** In force: Whether it is there on the day of the release; else its newest known terms are told. */
export type DerivedInForce = boolean;

/** Reference: The name of the rule among all rules: the policy, the topic and the id. */
export type DerivedRef = string;

/** Sentence: What the rule says, in a sentence of each language. */
export interface DerivedSentence {
  /** Text: The sentence in the language of the tag. */
  [key: string]: string | undefined;
}

/** Short form: What the rule says in a few words of each language, at most 60 columns wide. */
export interface DerivedShort {
  /** Text: The words in the language of the tag. */
  [key: string]: string | undefined;
}

/** Policy file: The file that the policy was read from. */
export interface DerivedSource {
  /** Path: The path of the file in the repository. */
  path: string;
  /** SHA-256: The digest of the file. */
  sha256: string;
}

/** Length: How long the period is. */
export interface Duration {
  /** Time unit: The unit of a period. */
  unit: TimeUnit;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive;
}

/** Effective: Since when and until when the rule holds, as precisely as the source says. */
export interface Effective {
  /**
   * Announced: When the carrier made it known.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /**
   * From: The first day.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /**
   * Sign-ups until: The last day for newcomers.
   * Format: `partial-date`.
   */
  new_signups_until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  new_signups_until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  new_signups_until_latest: string | null;
  /**
   * Until: The last day.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /**
   * Not before: An end is announced, but not before this date.
   * Format: `partial-date`.
   */
  until_not_before: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_not_before_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_not_before_latest: string | null;
}

/** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
export type Evidence = EvidenceItem[];

/** Evidence: What one source says about the rule. */
export interface EvidenceItem {
  /** Claim: What the source says, in our own words. */
  claim: Claim;
  /** Source: The id of a source of this policy. */
  source: string;
  /**
   * Stance: Whether the source supports the rule or contradicts it.
   * - `supports`: The source says the same.
   * - `contradicts`: The source says otherwise.
   */
  stance: "supports" | "contradicts";
}

/** Except: Plans that `plans` covers but the rule does not. */
export type ExceptPlans = string[];

/** Expiry window: The days around expiry in which a transfer is open. */
export interface ExpiryWindow {
  /** Closes: How long after expiry it closes. */
  closes: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** Opens: How long before expiry it opens. */
  opens: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** Validity from: The shortest validity of the pack. */
  validity_from: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** Validity up to: The longest validity of the pack. */
  validity_until: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
}

/** Fee: One price. */
export interface Fee {
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean | null;
  /** Price cap: The most that the price comes to in a window; more use costs nothing. */
  cap: {
    /** Highest sum: What the price comes to at most in one window, in the currency of the price. */
    price: PriceCap;
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: A number.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unknown`: No source that we read says.
     */
    price_kind: "quantity" | "unpublished" | "unknown";
    /** Window: The period over which the limit counts. */
    window: Window;
  } | null;
  /** Channels: Where it can be done. */
  channels: Channels | null;
  /**
   * Charge: What is paid for.
   * - `transfer`: Giving data away.
   * - `data`: Buying data.
   * - `subscription`: Having the option.
   * - `activation`: Starting the service.
   * - `pass`: A pass.
   * - `use`: Each unit used.
   * - `overage`: Each unit beyond the limit.
   * - `top_up`: More data.
   * - `reissue`: Issuing the eSIM again.
   * - `line`: A further line.
   */
  charge: "transfer" | "data" | "subscription" | "activation" | "pass" | "use" | "overage" | "top_up" | "reissue" | "line";
  /**
   * For each: Of what each one is charged anew, where somebody goes to several in the time of one price.
   * - `country`: Each country that is entered.
   * - `zone`: Each zone that is entered; its countries together count once.
   */
  counted_per: "country" | "zone" | null;
  /**
   * Currency: ISO 4217 code of the currency.
   * Format: `currency`.
   */
  currency: Currency;
  /** Data: The data that one price buys. */
  data: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** From number: The number of the line or transfer from which on the price is asked; those before are free. */
  from_count: number | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** Billing step: The step to which use is rounded up before it is charged. */
  increment: {
    /** Unit paid for: The unit of data or time, or the message, that one price buys. */
    unit: PerUnit;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive;
  } | null;
  /** Beyond: The limits of the rule beyond which the price is asked. */
  limits: string[] | null;
  /** Per: What one price buys: once, each transfer, or an amount of data, time or messages. */
  per: Per;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans | null;
  /** Price: The amount asked, in units of the currency. */
  price: Price;
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: A number.
   * - `unpublished`: It is charged, but nobody shows for how much.
   * - `unknown`: No source that we read says.
   */
  price_kind: "quantity" | "unpublished" | "unknown";
  /** Highest price: The highest price, where there is a range and the price is its lowest. */
  price_max: PriceMax | null;
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: A number.
   * - `unpublished`: There is a number, but nobody shows it.
   * - `unknown`: No source that we read says.
   */
  price_max_kind: "quantity" | "unpublished" | "unknown" | null;
  /** Reserved: Whether the price needs a reservation. */
  reservation: boolean | null;
  /** Services: The services that the price is for. */
  services: ("data" | "voice" | "sms")[] | null;
  /** SIM form: Which form of SIM the fee is for. */
  sim: Sim | null;
  /** Tax basis: How the price relates to consumption tax. */
  tax: Tax;
  /** Up to: The amount of data up to which the price holds. */
  until_data: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "unpublished" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Waiver: A reduction of the list price; what is paid is the price given here. */
  waiver: Waiver | null;
  /**
   * When: The case that the price is for.
   * - `same_generation`: The line stays in its network generation.
   * - `other_generation`: The line goes to another network generation, as from 4G to 5G.
   */
  when: "same_generation" | "other_generation" | null;
  /** Zones: The zones that the price is for. */
  zones: string[] | null;
}

/** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
export type Fees = Fee[];

/** Formerly: Ids that it had before; they stay here for good. */
export type Formerly = string[];

/**
 * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
 * Format: `unit-or-currency`.
 */
export type GivenUnit = "KB" | "MB" | "GB" | "KiB" | "MiB" | "GiB" | "hour" | "day" | "week" | "month" | string;

/** Hours: The hours of the day in which the limit works. */
export interface Hours {
  /** From: The hour it starts. */
  from: string;
  /** Until: The hour it ends. */
  until: string;
}

/** Lasts: How long it stays valid. */
export interface Lasting {
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: The number in `value`, in the unit beside it.
   * - `unlimited`: There is no limit.
   * - `unpublished`: There is a number, but nobody shows it.
   * - `unknown`: No source that we read says.
   */
  kind: "quantity" | "unlimited" | "unpublished" | "unknown";
  /** Time unit: The unit of a period. */
  unit: TimeUnit | null;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive | null;
}

/**
 * Lifecycle: Whether it is open, closed to newcomers or ended.
 * - `ended`: No longer in force.
 * - `closed_to_new`: In force for those who have it; nobody new gets it.
 * - `active`: In force and open.
 */
export type Lifecycle = "ended" | "closed_to_new" | "active";

/** Limit: One limit; several may hold at once, and each holds by itself. */
export interface Limit {
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean | null;
  /** Can be lifted: Whether the subscriber can have the limit raised or taken away. */
  can_be_lifted: boolean | null;
  /**
   * With: Whom the limit is for.
   * - `anyone`: Anybody who may take part.
   * - `family`: Members of the family group.
   * - `others`: Everybody but the family group.
   */
  counterparty: "anyone" | "family" | "others" | null;
  /**
   * Currency: ISO 4217 code of the currency.
   * Format: `currency`.
   */
  currency: Currency | null;
  /**
   * Direction: Whether giving or receiving is counted.
   * - `send`: Giving.
   * - `receive`: Receiving.
   * - `both`: Both.
   */
  direction: "send" | "receive" | "both" | null;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** Formula: The rule that the number is computed by. */
  formula: {
    /**
     * Name: Which formula.
     * - `eu_open_bundle`: List price without tax, divided by the wholesale cap, times two.
     */
    name: "eu_open_bundle";
    /** Year: The year of the table that was used. */
    year: number;
  } | null;
  /** Hours: The hours of the day in which the limit works. */
  hours: Hours | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** Maximum: A count, an amount of data or money, or a word. */
  max: LimitMaximum;
  /**
   * Metric: What is counted.
   * - `data`: An amount of data.
   * - `allowance_share`: A share of the allowance in percent.
   * - `remaining_data`: Data that must stay with the giver.
   * - `transfers`: A number of transfers.
   * - `recipients`: A number of recipients.
   * - `lines`: A number of lines.
   * - `devices`: A number of devices at once.
   * - `days`: A number of days.
   * - `months`: A number of whole months.
   * - `abroad_share`: The share of the time, or of the use, that is abroad, in percent; `test` says of which.
   * - `purchases`: A number of purchases.
   * - `spend`: An amount of money.
   * - `use`: Use as a whole, where the rule has no number.
   */
  metric: "data" | "allowance_share" | "remaining_data" | "transfers" | "recipients" | "lines" | "devices" | "days" | "months" | "abroad_share" | "purchases" | "spend" | "use";
  /** Notice: How long before the carrier acts. */
  notice: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** When exceeded: What happens at the limit. */
  on_exceed: OnExceed | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans | null;
  /** Repeated: How often the maximum has to be exceeded before something happens; without it once will do. */
  repeated: {
    /** Times: In how many windows of the limit it is exceeded. */
    times: number;
    /** Window: The period over which the limit counts. */
    window: Window;
  } | null;
  /**
   * Rounding: How a computed limit is rounded.
   * - `down`: Down to the unit.
   * - `nearest`: To the nearest unit.
   * - `up`: Up to the unit.
   */
  rounding: "down" | "nearest" | "up" | null;
  /** Counts: What counts against the limit together. */
  scope: ("home_use" | "roaming" | "tethering" | "data_sharing" | "transfers")[] | null;
  /** Tax basis: How the price relates to consumption tax. */
  tax: Tax | null;
  /**
   * Test: What the fair-use test looks at.
   * - `presence`: Days spent abroad.
   * - `use`: Use abroad.
   * - `presence_and_use`: Both together.
   */
  test: "presence" | "use" | "presence_and_use" | null;
  /** Window: The period over which the limit counts. */
  window: Window | null;
  /** Zone: The id of the zone in which the limit holds. */
  zone: string | null;
}

/** Maximum: A count, an amount of data or money, or a word. */
export interface LimitMaximum {
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: The number in `value`, in the unit beside it.
   * - `unlimited`: There is no limit.
   * - `plan_allowance`: As much as the allowance of the plan.
   * - `unpublished`: There is a number, but nobody shows it.
   * - `unspecified`: The rule of the carrier has no number.
   * - `unknown`: No source that we read says.
   */
  kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
  /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
  unit: DataUnit | null;
  /** Number: The number; null where `kind` is a word. */
  value: number | null;
}

/** Limits: Every limit that applies at once; an empty list says that there is none. */
export type Limits = Limit[];

/** Name: The name by language, as the source writes it. */
export interface Name {
  /**
   * English: The text in English.
   * Format: `line`.
   */
  en: string;
  /**
   * Japanese: The text in Japanese.
   * Format: `line`.
   */
  ja?: string;
  /**
   * Chinese: The text in Chinese.
   * Format: `line`.
   */
  zh?: string;
  /**
   * Other language: The text in the language of the key, a BCP 47 tag.
   * Format: `line`.
   */
  [language: string]: string | undefined;
}

/** Network: A network that the subscribers use at home. */
export interface Network {
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /**
   * Operator: The operator of the network.
   * Format: `line`.
   */
  operator: string | null;
  /** PLMN: Mobile country and network codes as text, such as "440-10". */
  plmn: string[] | null;
  /**
   * Role: Whose network it is.
   * - `own`: The brand's own, or its operator's.
   * - `host`: The network that an MVNO rents.
   * - `partner`: A partner that fills gaps at home.
   * - `unknown`: No source says.
   */
  role: "own" | "host" | "partner" | "unknown";
}

/** Note: A remark for readers; rules never hang on it. */
export interface Note {
  /** English: The text in English. */
  en: string;
  /** Japanese: The text in Japanese. */
  ja?: string;
  /** Chinese: The text in Chinese. */
  zh?: string;
  /** Other language: The text in the language of the key, a BCP 47 tag. */
  [language: string]: string | undefined;
}

/** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
export type NumberValue = number;

/** When exceeded: What happens at the limit. */
export interface OnExceed {
  /**
   * Behaviour: What the carrier does.
   * - `unknown`: No source that we read says.
   * - `suspended`: The service may be taken away.
   * - `blocked`: No more data.
   * - `rejected`: The request is refused.
   * - `billed`: Further use costs money.
   * - `throttled`: Further use is slow.
   * - `deprioritised`: Others go first: further use is slow where the network is busy.
   */
  behavior: "unknown" | "suspended" | "blocked" | "rejected" | "billed" | "throttled" | "deprioritised";
  /**
   * Nominal speed: The generation that the source names instead of a speed.
   * - `2g`: As slow as 2G.
   * - `3g`: As slow as 3G.
   */
  nominal_speed: "2g" | "3g" | null;
  /** Speed: The speed that is left. */
  speed: Speed | null;
  /** Top-up helps: Whether buying more data brings the speed back. */
  top_up_restores: boolean | null;
  /**
   * Until: When the full service comes back.
   * - `unknown`: No source that we read says.
   * - `never`: It does not come back.
   * - `return_home`: After data is used at home again.
   * - `end_of_billing_month`: At the end of the billing month.
   * - `end_of_month`: At the end of the month.
   * - `end_of_window`: When the window moves on.
   * - `end_of_day`: At midnight.
   */
  until: "unknown" | "never" | "return_home" | "end_of_billing_month" | "end_of_month" | "end_of_window" | "end_of_day" | null;
}

/** Length: How long one pass lasts. */
export interface PassLength {
  /** Time unit: The unit of a period. */
  unit: TimeUnit;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive;
}

/** Suspended: Times in which it was not to be had. */
export type Pauses = {
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /**
   * From: The first day without it.
   * Format: `partial-date`.
   */
  from: string;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /**
   * Until: The last day without it; left out while nobody can have it.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
}[];

/** Payment pair: Which kinds of lines one kind may give to. */
export interface PaymentPair {
  /**
   * From: The kind of the giving line.
   * - `prepaid`: Prepaid lines.
   * - `postpaid`: Postpaid lines.
   * - `hybrid`: Lines with a limit on the bill.
   * - `business`: Business lines.
   */
  from: "prepaid" | "postpaid" | "hybrid" | "business";
  /** To: The kinds that may receive. */
  to: ("prepaid" | "postpaid" | "hybrid" | "business")[];
}

/** Per: What one price buys: once, each transfer, or an amount of data, time or messages. */
export interface Per {
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: The number in `value`, in the unit beside it.
   * - `once`: A single payment.
   * - `transfer`: Each transfer.
   * - `line`: Each line.
   * - `reissue`: Each time that the eSIM is issued again.
   * - `unknown`: No source that we read says.
   */
  kind: "quantity" | "once" | "transfer" | "line" | "reissue" | "unknown";
  /** Unit paid for: The unit of data or time, or the message, that one price buys. */
  unit: PerUnit | null;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive | null;
}

/**
 * Unit paid for: The unit of data or time, or the message, that one price buys.
 * - `KB`: 1,000 bytes.
 * - `MB`: 1,000,000 bytes.
 * - `GB`: 1,000,000,000 bytes.
 * - `minute`: 60 seconds.
 * - `hour`: 60 minutes.
 * - `day`: A day; the basis says which kind.
 * - `week`: Seven days.
 * - `month`: A calendar month.
 * - `billing_month`: A month of the subscriber's bill.
 * - `year`: A year.
 * - `message`: A text message.
 */
export type PerUnit = "KB" | "MB" | "GB" | "minute" | "hour" | "day" | "week" | "month" | "billing_month" | "year" | "message";

/** Plan: One tariff that rules refer to. */
export interface Plan {
  /** Allowance: The data that the plan includes. */
  allowance: {
    /** Amount: The data in one window. */
    amount: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "unpublished" | "unknown";
      /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
      unit: DataUnit | null;
      /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
      value: NumberValue | null;
    };
    /** When exceeded: What happens at the limit. */
    on_exceed: OnExceed | null;
    /** Thresholds: Larger amounts of the same window, beyond which something else happens. */
    thresholds: Threshold[] | null;
    /** Window: The period over which the limit counts. */
    window: Window | null;
  } | null;
  /** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
  announcement: Upcoming | null;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** In force: Whether it is there on the day of the release; else its newest known terms are told. */
  in_force: DerivedInForce;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Name: The name by language, as the source writes it. */
  name: Name;
  /** Past: The terms before those of the day of the release, the newest first, each whole. */
  past: PlanTerms[];
  /**
   * Payment: How the plan is paid.
   * - `prepaid`: Prepaid lines.
   * - `postpaid`: Postpaid lines.
   * - `hybrid`: Lines with a limit on the bill.
   * - `business`: Business lines.
   */
  payment: "prepaid" | "postpaid" | "hybrid" | "business" | null;
  /** Price: What the plan costs. */
  price: {
    /**
     * Currency: ISO 4217 code of the currency.
     * Format: `currency`.
     */
    currency: Currency;
    /** Per: What one price buys: once, each transfer, or an amount of data, time or messages. */
    per: Per;
    /** Price: The amount asked, in units of the currency. */
    price: Price;
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: A number.
     * - `unpublished`: It is charged, but nobody shows for how much.
     * - `unknown`: No source that we read says.
     */
    price_kind: "quantity" | "unpublished" | "unknown";
    /** Tax basis: How the price relates to consumption tax. */
    tax: Tax;
  } | null;
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Rollover: Data that is left over and kept for later. */
  rollover: {
    /** Lasts: How long it is kept after its own window. */
    lasts: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "unpublished" | "unknown";
      /** Time unit: The unit of a period. */
      unit: TimeUnit | null;
      /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
      value: Positive | null;
    } | null;
    /** Maximum: How much is kept at most. */
    max: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `plan_allowance`: As much as the allowance of the plan.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unknown";
      /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
      unit: DataUnit | null;
      /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
      value: Positive | null;
    };
  } | null;
  /**
   * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
   * Format: `first-day`.
   */
  since: Since | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  since_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  since_latest: string | null;
  /** Upcoming: The terms known to come after the day of the release, the soonest first. */
  upcoming: PlanTerms[];
  /** Validity: How long codes, data and passes stay valid. */
  validity: Validities | null;
}

/** Plan terms: What holds at another time than on the day of the release. */
export interface PlanTerms {
  /** Allowance: The data that the plan includes. */
  allowance: {
    /** Amount: The data in one window. */
    amount: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "unpublished" | "unknown";
      /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
      unit: DataUnit | null;
      /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
      value: NumberValue | null;
    };
    /** When exceeded: What happens at the limit. */
    on_exceed: OnExceed | null;
    /** Thresholds: Larger amounts of the same window, beyond which something else happens. */
    thresholds: Threshold[] | null;
    /** Window: The period over which the limit counts. */
    window: Window | null;
  } | null;
  /**
   * Announced: When the carrier made it known before it held; null where it did not.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /**
   * From: The first day, as precisely as it is known; null where it is not.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Name: The name by language, as the source writes it. */
  name: Name;
  /**
   * Payment: How the plan is paid.
   * - `prepaid`: Prepaid lines.
   * - `postpaid`: Postpaid lines.
   * - `hybrid`: Lines with a limit on the bill.
   * - `business`: Business lines.
   */
  payment: "prepaid" | "postpaid" | "hybrid" | "business" | null;
  /** Price: What the plan costs. */
  price: {
    /**
     * Currency: ISO 4217 code of the currency.
     * Format: `currency`.
     */
    currency: Currency;
    /** Per: What one price buys: once, each transfer, or an amount of data, time or messages. */
    per: Per;
    /** Price: The amount asked, in units of the currency. */
    price: Price;
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: A number.
     * - `unpublished`: It is charged, but nobody shows for how much.
     * - `unknown`: No source that we read says.
     */
    price_kind: "quantity" | "unpublished" | "unknown";
    /** Tax basis: How the price relates to consumption tax. */
    tax: Tax;
  } | null;
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Rollover: Data that is left over and kept for later. */
  rollover: {
    /** Lasts: How long it is kept after its own window. */
    lasts: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "unpublished" | "unknown";
      /** Time unit: The unit of a period. */
      unit: TimeUnit | null;
      /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
      value: Positive | null;
    } | null;
    /** Maximum: How much is kept at most. */
    max: {
      /**
       * Kind: Whether it is a number, or what stands in place of one.
       * - `quantity`: The number in `value`, in the unit beside it.
       * - `unlimited`: There is no limit.
       * - `plan_allowance`: As much as the allowance of the plan.
       * - `unpublished`: There is a number, but nobody shows it.
       * - `unknown`: No source that we read says.
       */
      kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unknown";
      /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
      unit: DataUnit | null;
      /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
      value: Positive | null;
    };
  } | null;
  /**
   * Until: The last day, as precisely as it is known; null where it is not, or none is known to come.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /** Validity: How long codes, data and passes stay valid. */
  validity: Validities | null;
}

/** Policy: The rules of one brand or product for transfer, roaming and tethering, with their sources. */
export interface Policy {
  /** Alternatives: What to do instead of giving data away, as sources say. */
  alternatives: Alternative[];
  /** Answers: What the rules of the brand answer on the day of the release, by the id of the question. */
  answers: DerivedAnswers;
  /**
   * Currency: ISO 4217 code of the currency.
   * Format: `currency`.
   */
  currency: Currency;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /**
   * eSIM: Whether the brand sells eSIMs.
   * - `unknown`: No source that we read says.
   * - `not_offered`: No.
   * - `offered`: Yes.
   */
  esim: "unknown" | "not_offered" | "offered" | null;
  /** Formerly: Ids that this policy had before; they stay here for good. */
  formerly: string[];
  /** Countries: The home countries of the subscribers. */
  home: Country[];
  /** Policy id: The path of the file below `policies/`, without its ending. */
  id: string;
  /** Identity checks: What a new subscriber must show. */
  identity_checks: ("none" | "id_document" | "id_chip" | "passport" | "resident")[] | null;
  /**
   * Kind: What kind of brand or product it is.
   * - `mno`: An operator with its own network.
   * - `sub_brand`: A second brand of an operator.
   * - `mvno`: A brand on a rented network.
   * - `visitor_sim`: A SIM for visitors.
   * - `travel_esim`: An eSIM sold for travel.
   */
  kind: "mno" | "sub_brand" | "mvno" | "visitor_sim" | "travel_esim";
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Name: The name by language, as the source writes it. */
  name: Name;
  /** Networks: The networks that the subscribers use at home. */
  networks: Network[];
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Operator: The company behind it, by language. */
  operator: {
    /**
     * Name: The name in the language of the key, a BCP 47 tag.
     * Format: `line`.
     */
    [language: string]: string | undefined;
  } | null;
  /** Parent: The policy of the brand that it belongs to. */
  parent: string | null;
  /** Plans: The tariffs that rules refer to. */
  plans: Plan[];
  /** Rank: How well known the brand is where it is sold, 1 the best; lists begin with it. */
  rank: number | null;
  /** Retired rules: Rule ids that are gone; they are never used again. */
  retired: Retired[];
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Roaming: Using the plan abroad. */
  roaming: RoamingRule[];
  /** Schema version: The version of this shape. */
  schema_version: 1;
  /** Serves: Where its plans are meant to be used: what the policy says, else the home of its subscribers. */
  serves: Country[];
  /** Serves worldwide: Whether it is worldwide, and no list; `serves` is empty then. */
  serves_worldwide: boolean;
  /** Policy file: The file that the policy was read from. */
  source: DerivedSource;
  /** Sources: Every page that was read. */
  sources: Source[];
  /** Tethering: Using the line with other devices. */
  tethering: TetheringRule[];
  /** Transfer: Giving, sharing or moving data and eSIMs. */
  transfer: TransferRule[];
  /** Withdrawn sources: Sources that evidence does not rest on any more, and why. */
  withdrawn: Withdrawn[];
  /** Zones: The roaming zones that rules refer to. */
  zones: Zone[];
}

/** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
export type Positive = number;

/** Price: The amount asked, in units of the currency. */
export type Price = number | null;

/** Highest sum: What the price comes to at most in one window, in the currency of the price. */
export type PriceCap = number | null;

/** Highest price: The highest price, where there is a range and the price is its lowest. */
export type PriceMax = number | null;

/** Price paid: What is paid while the waiver holds. */
export type PriceWaived = number;

/** Reason: A reason that a source gives. */
export interface Reason {
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /**
   * Kind: Which reason.
   * - `technical`: Systems cannot do it.
   * - `business_model`: It does not fit the business.
   * - `regulation`: Rules forbid it.
   */
  kind: "technical" | "business_model" | "regulation";
}

/** Reasons: Why it is not allowed or not offered, as sources say. */
export type Reasons = Reason[];

/** Recipient: What the receiving side must meet. */
export interface Recipient {
  /** Active within: How long ago the line was last used at most. */
  active_within: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive;
  } | null;
  /** Minimum age: The youngest age. */
  age_min: number | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean | null;
  /** Line age: How old the line must be. */
  line_age: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** Payment: Kinds of lines that may take part. */
  payment: ("prepaid" | "postpaid" | "hybrid" | "business")[] | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans | null;
  /**
   * Region: Where in the country the line is registered.
   * - `same_region`: In the giver's region, province or circle.
   * - `anywhere`: Anywhere in the country.
   */
  region: "same_region" | "anywhere" | null;
  /**
   * Role: Who in the account may do it.
   * - `account_manager`: Only the manager of the account.
   * - `any_line`: Any line.
   */
  role: "account_manager" | "any_line" | null;
}

/** Retired rule: A rule id that is gone for good. */
export interface Retired {
  /**
   * Date: When it was retired.
   * Format: `date`.
   */
  date: string;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Rule: The id of the rule, after its topic: `transfer/data-gift`. */
  id: string;
  /** Moved to: The rule that takes its place: `jp/au#transfer/data-gift`. */
  moved_to: string | null;
  /** Note: A remark for readers; rules never hang on it. */
  note: Note | null;
}

/** Revision: When and why this data last changed. */
export interface Revision {
  /**
   * Cause: Why the data changed.
   * - `initial`: The rule is new in our data.
   * - `carrier_change`: The carrier changed its rule.
   * - `correction`: Our data was wrong.
   * - `clarification`: We learned what was not known.
   * - `reverified`: The sources were read again.
   */
  cause: "initial" | "carrier_change" | "correction" | "clarification" | "reverified";
  /**
   * Date: The day of the last change.
   * Format: `date`.
   */
  date: string;
  /** Note: A remark for readers; rules never hang on it. */
  note: Note | null;
}

/** Roaming rule: One way to use the plan abroad. */
export interface RoamingRule {
  /**
   * Activated by: Who may do what the activation asks for.
   * - `account_manager`: Only the manager of the account, such as a parent.
   * - `any_line`: Whoever uses the line.
   */
  activated_by: "account_manager" | "any_line" | null;
  /**
   * Activation: What the subscriber must do.
   * - `unknown`: No source that we read says.
   * - `each_use`: Something for each use.
   * - `once`: Something once.
   * - `automatic`: Nothing.
   */
  activation: "unknown" | "each_use" | "once" | "automatic" | null;
  /** Allowance: The data that is included. */
  allowance: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
  announcement: Upcoming | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /**
   * Bucket: How it relates to the home allowance.
   * - `unknown`: No source that we read says.
   * - `separate`: A separate amount, apart from home use.
   * - `additional`: An amount that comes on top.
   * - `part_of_home`: A part of the home allowance.
   * - `shared_with_home`: The same amount as at home.
   */
  bucket: "unknown" | "separate" | "additional" | "part_of_home" | "shared_with_home" | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** In force: Whether it is there on the day of the release; else its newest known terms are told. */
  in_force: DerivedInForce;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /**
   * Mechanism: Which kind of product or rule it is.
   * - `included_allowance`: Data abroad comes out of an allowance.
   * - `day_pass`: A price for a day or some hours.
   * - `bundle`: A pack of data abroad.
   * - `flat_daily`: A price for each day of use.
   * - `pay_per_use`: A price for each unit.
   * - `voice_sms`: Calls and messages abroad.
   * - `data_roaming`: Data abroad as such.
   */
  mechanism: "included_allowance" | "day_pass" | "bundle" | "flat_daily" | "pay_per_use" | "voice_sms" | "data_roaming";
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Past: The terms before those of the day of the release, the newest first, each whole. */
  past: RoamingRuleTerms[];
  /** Period: The time that a pass or an allowance lasts. */
  period: {
    /** Basis: How the period is counted. */
    basis: Basis;
    /** Length: How long one pass lasts. */
    length: PassLength;
    /**
     * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
     * Format: `time-zone`.
     */
    time_zone: WindowTimeZone | null;
  } | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Reference: The name of the rule among all rules: the policy, the topic and the id. */
  ref: DerivedRef;
  /** Revision: When and why this data last changed. */
  revision: Revision;
  /** Sentence: What the rule says, in a sentence of each language. */
  sentence: DerivedSentence;
  /** Services: What works abroad. */
  services: ("data" | "voice" | "sms")[] | null;
  /** Short form: What the rule says in a few words of each language, at most 60 columns wide. */
  short: DerivedShort;
  /**
   * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
   * Format: `first-day`.
   */
  since: Since | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  since_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  since_latest: string | null;
  /** Top speed: The speed that the data never exceeds, where it is slow from the first byte on. */
  speed: SteadySpeed | null;
  /** Suspended: Times in which it was not to be had. */
  suspended: Pauses;
  /**
   * Tethering abroad: Whether other devices may use it.
   * - `unknown`: No source that we read says.
   * - `not_allowed`: Not allowed.
   * - `same_as_home`: As at home.
   * - `allowed`: Allowed.
   */
  tethering: "unknown" | "not_allowed" | "same_as_home" | "allowed" | null;
  /** Topic: What the rule is about. */
  topic: "roaming";
  /** Upcoming: The terms known to come after the day of the release, the soonest first. */
  upcoming: RoamingRuleTerms[];
  /** Used before: Roaming rules whose data is used only when this one's is used up. */
  used_before: string[];
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
  /**
   * Visited networks: Which networks abroad it works on.
   * - `unknown`: No source that we read says.
   * - `preferred_only`: Those of the carrier's preferred partners alone.
   * - `any`: Any that has an agreement.
   */
  visited_networks: "unknown" | "preferred_only" | "any" | null;
  /** Zones: Ids of the zones in which it works. */
  zones: string[] | null;
}

/** Roaming rule terms: What holds at another time than on the day of the release. */
export interface RoamingRuleTerms {
  /**
   * Activated by: Who may do what the activation asks for.
   * - `account_manager`: Only the manager of the account, such as a parent.
   * - `any_line`: Whoever uses the line.
   */
  activated_by: "account_manager" | "any_line" | null;
  /**
   * Activation: What the subscriber must do.
   * - `unknown`: No source that we read says.
   * - `each_use`: Something for each use.
   * - `once`: Something once.
   * - `automatic`: Nothing.
   */
  activation: "unknown" | "each_use" | "once" | "automatic" | null;
  /** Allowance: The data that is included. */
  allowance: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /**
   * Announced: When the carrier made it known before it held; null where it did not.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /**
   * Bucket: How it relates to the home allowance.
   * - `unknown`: No source that we read says.
   * - `separate`: A separate amount, apart from home use.
   * - `additional`: An amount that comes on top.
   * - `part_of_home`: A part of the home allowance.
   * - `shared_with_home`: The same amount as at home.
   */
  bucket: "unknown" | "separate" | "additional" | "part_of_home" | "shared_with_home" | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /**
   * From: The first day, as precisely as it is known; null where it is not.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Period: The time that a pass or an allowance lasts. */
  period: {
    /** Basis: How the period is counted. */
    basis: Basis;
    /** Length: How long one pass lasts. */
    length: PassLength;
    /**
     * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
     * Format: `time-zone`.
     */
    time_zone: WindowTimeZone | null;
  } | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Services: What works abroad. */
  services: ("data" | "voice" | "sms")[] | null;
  /** Top speed: The speed that the data never exceeds, where it is slow from the first byte on. */
  speed: SteadySpeed | null;
  /**
   * Tethering abroad: Whether other devices may use it.
   * - `unknown`: No source that we read says.
   * - `not_allowed`: Not allowed.
   * - `same_as_home`: As at home.
   * - `allowed`: Allowed.
   */
  tethering: "unknown" | "not_allowed" | "same_as_home" | "allowed" | null;
  /**
   * Until: The last day, as precisely as it is known; null where it is not, or none is known to come.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /** Used before: Roaming rules whose data is used only when this one's is used up. */
  used_before: string[];
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
  /**
   * Visited networks: Which networks abroad it works on.
   * - `unknown`: No source that we read says.
   * - `preferred_only`: Those of the carrier's preferred partners alone.
   * - `any`: Any that has an agreement.
   */
  visited_networks: "unknown" | "preferred_only" | "any" | null;
  /** Zones: Ids of the zones in which it works. */
  zones: string[] | null;
}

/** Sender: What the giving side must meet. */
export interface Sender {
  /** Minimum age: The youngest age. */
  age_min: number | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean | null;
  /** Line age: How old the line must be. */
  line_age: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /** Payment: Kinds of lines that may take part. */
  payment: ("prepaid" | "postpaid" | "hybrid" | "business")[] | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans | null;
  /**
   * Role: Who in the account may do it.
   * - `account_manager`: Only the manager of the account.
   * - `any_line`: Any line.
   */
  role: "account_manager" | "any_line" | null;
}

/**
 * SIM form: Which form of SIM the fee is for.
 * - `any`: Either form.
 * - `esim`: An eSIM.
 * - `plastic`: A plastic card.
 */
export type Sim = "any" | "esim" | "plastic";

/**
 * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
 * Format: `first-day`.
 */
export type Since = string;

/** Size: One fixed size. */
export interface Size {
  /** Amount: What moves: data, validity or airtime. */
  amount: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /**
     * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
     * Format: `unit-or-currency`.
     */
    unit: GivenUnit | null;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive | null;
  };
  /**
   * Currency: ISO 4217 code of the currency.
   * Format: `currency`.
   */
  currency: Currency | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** Must have: What the giver must have before. */
  min_remaining: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /**
     * Unit given: A unit of data or time, or the ISO 4217 code of a currency.
     * Format: `unit-or-currency`.
     */
    unit: GivenUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Per: What one price buys: once, each transfer, or an amount of data, time or messages. */
  per: Per | null;
  /** Price: The amount asked, in units of the currency. */
  price: Price | null;
  /**
   * Kind: Whether it is a number, or what stands in place of one.
   * - `quantity`: A number.
   * - `unpublished`: It is charged, but nobody shows for how much.
   * - `unknown`: No source that we read says.
   */
  price_kind: "quantity" | "unpublished" | "unknown" | null;
  /** Tax basis: How the price relates to consumption tax. */
  tax: Tax | null;
}

/** Sizes: The sizes to choose from, if they are fixed. */
export type Sizes = Size[];

/** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
export type Slug = string;

/** Source: A page that was read. */
export interface Source {
  /**
   * Accessed: The day on which we read it.
   * Format: `date`.
   */
  accessed: string;
  /**
   * Address of the copy: Where the archived copy is kept.
   * Format: `uri`.
   */
  archive: string | null;
  /** Archived copy: Whether an archived copy was read, not the live page. */
  archived: boolean | null;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /**
   * Language: The language of the page.
   * Format: `language`.
   */
  language: string;
  /**
   * Published: The date that the page shows; left out if it shows none.
   * Format: `partial-date`.
   */
  published: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  published_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  published_latest: string | null;
  /**
   * Publisher: Who published it.
   * Format: `line`.
   */
  publisher: string;
  /**
   * Tier: How near the source is to the carrier.
   * - `official`: The carrier's own page.
   * - `regulator`: A regulator or a law.
   * - `press`: An editor stands behind it.
   * - `blog`: A blog, a forum or an affiliate page.
   * - `article`: The article that this project started from.
   * - `generated`: Mass-produced text, often wrong.
   * - `data`: A data set.
   */
  tier: "official" | "regulator" | "press" | "blog" | "article" | "generated" | "data";
  /** Name: The name by language, as the source writes it. */
  title: Name | null;
  /**
   * Address: The https address, or http of an archived copy; what has no page has a title.
   * Format: `uri`.
   */
  url: string | null;
}

/** Speed: The speed that is left. */
export interface Speed {
  /** Speed unit: Bits in a second. */
  unit: SpeedUnit;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive;
}

/**
 * Speed unit: Bits in a second.
 * - `kbit/s`: 1,000 bits in a second.
 * - `Mbit/s`: 1,000,000 bits in a second.
 */
export type SpeedUnit = "kbit/s" | "Mbit/s";

/** Top speed: The speed that the data never exceeds, where it is slow from the first byte on. */
export interface SteadySpeed {
  /** Speed unit: Bits in a second. */
  unit: SpeedUnit;
  /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
  value: Positive;
}

/**
 * Tax basis: How the price relates to consumption tax.
 * - `included`: The price includes tax.
 * - `excluded`: Tax comes on top.
 * - `exempt`: The service is free of tax.
 * - `unstated`: The source does not say.
 */
export type Tax = "included" | "excluded" | "exempt" | "unstated";

/** Tethering rule: Whether other devices may use the line. */
export interface TetheringRule {
  /** Allowance: The data that tethering may use. */
  allowance: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
  announcement: Upcoming | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /**
   * Bucket: How it relates to the allowance of the phone.
   * - `unknown`: No source that we read says.
   * - `separate`: A separate amount.
   * - `part_of_allowance`: A part of the allowance.
   * - `shared`: The same amount.
   */
  bucket: "unknown" | "separate" | "part_of_allowance" | "shared" | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** In force: Whether it is there on the day of the release; else its newest known terms are told. */
  in_force: DerivedInForce;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /**
   * Mechanism: Which kind of product or rule it is.
   * - `hotspot`: Sharing the connection of the phone.
   * - `router_use`: The SIM in a router.
   */
  mechanism: "hotspot" | "router_use";
  /** Methods: Ways of sharing. */
  methods: ("wifi" | "usb" | "bluetooth")[] | null;
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Past: The terms before those of the day of the release, the newest first, each whole. */
  past: TetheringRuleTerms[];
  /**
   * Place: Where the rule holds.
   * - `home`: At home.
   * - `abroad`: Abroad.
   * - `anywhere`: Both.
   */
  place: "home" | "abroad" | "anywhere" | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Reference: The name of the rule among all rules: the policy, the topic and the id. */
  ref: DerivedRef;
  /** Revision: When and why this data last changed. */
  revision: Revision;
  /** Sentence: What the rule says, in a sentence of each language. */
  sentence: DerivedSentence;
  /** Short form: What the rule says in a few words of each language, at most 60 columns wide. */
  short: DerivedShort;
  /**
   * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
   * Format: `first-day`.
   */
  since: Since | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  since_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  since_latest: string | null;
  /** Top speed: The speed that the data never exceeds, where it is slow from the first byte on. */
  speed: SteadySpeed | null;
  /** Suspended: Times in which it was not to be had. */
  suspended: Pauses;
  /** Topic: What the rule is about. */
  topic: "tethering";
  /** Upcoming: The terms known to come after the day of the release, the soonest first. */
  upcoming: TetheringRuleTerms[];
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
  /** Zones: Ids of the zones that the rule is for, if abroad. */
  zones: string[] | null;
}

/** Tethering rule terms: What holds at another time than on the day of the release. */
export interface TetheringRuleTerms {
  /** Allowance: The data that tethering may use. */
  allowance: {
    /**
     * Kind: Whether it is a number, or what stands in place of one.
     * - `quantity`: The number in `value`, in the unit beside it.
     * - `unlimited`: There is no limit.
     * - `plan_allowance`: As much as the allowance of the plan.
     * - `unpublished`: There is a number, but nobody shows it.
     * - `unspecified`: The rule of the carrier has no number.
     * - `unknown`: No source that we read says.
     */
    kind: "quantity" | "unlimited" | "plan_allowance" | "unpublished" | "unspecified" | "unknown";
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit | null;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue | null;
  } | null;
  /**
   * Announced: When the carrier made it known before it held; null where it did not.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /**
   * Bucket: How it relates to the allowance of the phone.
   * - `unknown`: No source that we read says.
   * - `separate`: A separate amount.
   * - `part_of_allowance`: A part of the allowance.
   * - `shared`: The same amount.
   */
  bucket: "unknown" | "separate" | "part_of_allowance" | "shared" | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /**
   * From: The first day, as precisely as it is known; null where it is not.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /** Methods: Ways of sharing. */
  methods: ("wifi" | "usb" | "bluetooth")[] | null;
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /**
   * Place: Where the rule holds.
   * - `home`: At home.
   * - `abroad`: Abroad.
   * - `anywhere`: Both.
   */
  place: "home" | "abroad" | "anywhere" | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Top speed: The speed that the data never exceeds, where it is slow from the first byte on. */
  speed: SteadySpeed | null;
  /**
   * Until: The last day, as precisely as it is known; null where it is not, or none is known to come.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
  /** Zones: Ids of the zones that the rule is for, if abroad. */
  zones: string[] | null;
}

/** Threshold: One larger amount, and what happens beyond it. */
export interface Threshold {
  /** Amount: The data in one window, with what came before it. */
  amount: {
    /** Data unit: Decimal units as carriers sell them, or binary ones where the carrier says so. */
    unit: DataUnit;
    /** Number: A whole number above 0, or a decimal fraction where no smaller unit removes it. */
    value: Positive;
  };
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** When exceeded: What happens at the limit. */
  on_exceed: OnExceed;
}

/**
 * Time unit: The unit of a period.
 * - `minute`: 60 seconds.
 * - `hour`: 60 minutes.
 * - `day`: A day; the basis says which kind.
 * - `week`: Seven days.
 * - `month`: A calendar month.
 * - `billing_month`: A month of the subscriber's bill.
 * - `year`: A year.
 */
export type TimeUnit = "minute" | "hour" | "day" | "week" | "month" | "billing_month" | "year";

/**
 * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
 * Format: `time-zone`.
 */
export type TimeZone = string;

/** Transfer rule: One way to give, share or move data or an eSIM. */
export interface TransferRule {
  /** Amount: How much can move at once. */
  amount: Amount | null;
  /** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
  announcement: Upcoming | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /** Balances: Which data can move. */
  balances: ("monthly_allowance" | "carry_over" | "purchased" | "received" | "bonus" | "unlimited_pack" | "app_specific")[] | null;
  /** Channels: Where it can be done. */
  channels: Channels | null;
  /** Closed hours: When it cannot be done. */
  closed: Closed[] | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Excluded balances: Which data cannot move. */
  excluded_balances: ("monthly_allowance" | "carry_over" | "purchased" | "received" | "bonus" | "unlimited_pack" | "app_specific")[];
  /** Expiry windows: When before or after expiry a transfer is open. */
  expiry_windows: ExpiryWindow[] | null;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** In force: Whether it is there on the day of the release; else its newest known terms are told. */
  in_force: DerivedInForce;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /**
   * Mechanism: Which kind of product or rule it is.
   * - `gift_allowance`: Part of an allowance goes to another line.
   * - `gift_purchased`: Data is bought for another line.
   * - `gift_code`: A code that somebody else can redeem.
   * - `top_up`: Data is bought for the line itself.
   * - `pool`: Several lines use one allowance.
   * - `device_share`: Several devices of one person use one allowance.
   * - `community_pool`: A pool that any customer fills and empties.
   * - `airtime_transfer`: Money on the account goes to another line.
   * - `validity_transfer`: Days of validity go to another line.
   * - `operator_loan`: The operator lends data.
   * - `charity_donation`: Data goes to a good cause.
   * - `symbolic_gift`: A gift that takes nothing from the giver.
   * - `product_handover`: A product that was not used yet changes hands.
   * - `profile_move`: The eSIM moves to another device of the subscriber.
   * - `esim_reissue`: The eSIM is issued again.
   * - `line_transfer`: The contract goes to another person.
   */
  mechanism: "gift_allowance" | "gift_purchased" | "gift_code" | "top_up" | "pool" | "device_share" | "community_pool" | "airtime_transfer" | "validity_transfer" | "operator_loan" | "charity_donation" | "symbolic_gift" | "product_handover" | "profile_move" | "esim_reissue" | "line_transfer";
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Past: The terms before those of the day of the release, the newest first, each whole. */
  past: TransferRuleTerms[];
  /** Payment pairs: Which kinds of lines may give to which. */
  payment_pairs: PaymentPair[] | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Reasons: Why it is not allowed or not offered, as sources say. */
  reasons: Reasons | null;
  /**
   * Roaming of received data: Whose roaming right the received data has.
   * - `unknown`: No source that we read says.
   * - `none`: None: it works only at home.
   * - `recipient_right`: The recipient's.
   * - `sender_right`: The giver's.
   */
  received_roaming: "unknown" | "none" | "recipient_right" | "sender_right" | null;
  /** Recipient: What the receiving side must meet. */
  recipient: Recipient | null;
  /**
   * Recipients: The widest circle that can receive.
   * - `unknown`: No source that we read says.
   * - `own_devices`: The giver's own devices.
   * - `own_lines`: The giver's own lines.
   * - `same_account`: Lines in one account.
   * - `family_group`: Lines of the family group.
   * - `named_members`: Members that the giver names.
   * - `same_brand`: Any customer of the brand.
   * - `same_operator`: Any customer of the operator.
   * - `anyone_with_code`: Anybody who holds the code.
   * - `anyone`: Anybody.
   */
  recipients: "unknown" | "own_devices" | "own_lines" | "same_account" | "family_group" | "named_members" | "same_brand" | "same_operator" | "anyone_with_code" | "anyone" | null;
  /**
   * Recurrence: Whether it repeats by itself.
   * - `once`: Each time anew.
   * - `monthly`: Every month until it is ended.
   */
  recurrence: "once" | "monthly" | null;
  /** Reference: The name of the rule among all rules: the policy, the topic and the id. */
  ref: DerivedRef;
  /** Revision: When and why this data last changed. */
  revision: Revision;
  /** Sender: What the giving side must meet. */
  sender: Sender | null;
  /** Sentence: What the rule says, in a sentence of each language. */
  sentence: DerivedSentence;
  /** Short form: What the rule says in a few words of each language, at most 60 columns wide. */
  short: DerivedShort;
  /**
   * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
   * Format: `first-day`.
   */
  since: Since | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  since_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  since_latest: string | null;
  /** Sizes: The sizes to choose from, if they are fixed. */
  sizes: Sizes | null;
  /** Suspended: Times in which it was not to be had. */
  suspended: Pauses;
  /** Topic: What the rule is about. */
  topic: "transfer";
  /** Upcoming: The terms known to come after the day of the release, the soonest first. */
  upcoming: TransferRuleTerms[];
  /** Used first: Whether received data is used before the own. */
  used_first: boolean | null;
  /** Validity: How long codes, data and passes stay valid. */
  validity: Validities | null;
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
}

/** Transfer rule terms: What holds at another time than on the day of the release. */
export interface TransferRuleTerms {
  /** Amount: How much can move at once. */
  amount: Amount | null;
  /**
   * Announced: When the carrier made it known before it held; null where it did not.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean;
  /** Balances: Which data can move. */
  balances: ("monthly_allowance" | "carry_over" | "purchased" | "received" | "bonus" | "unlimited_pack" | "app_specific")[] | null;
  /** Channels: Where it can be done. */
  channels: Channels | null;
  /** Closed hours: When it cannot be done. */
  closed: Closed[] | null;
  /** Conditions: Everything that must hold. */
  conditions: Conditions;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Contracts: The rule holds for contracts made in this period. */
  contracts: Contracts | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Except: Plans that `plans` covers but the rule does not. */
  except: ExceptPlans;
  /** Excluded balances: Which data cannot move. */
  excluded_balances: ("monthly_allowance" | "carry_over" | "purchased" | "received" | "bonus" | "unlimited_pack" | "app_specific")[];
  /** Expiry windows: When before or after expiry a transfer is open. */
  expiry_windows: ExpiryWindow[] | null;
  /** Fees: Every price; `pricing` beside it tells what is free from what nobody speaks of. */
  fees: Fees | null;
  /**
   * From: The first day, as precisely as it is known; null where it is not.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /** Lifecycle: Whether it is open, closed to newcomers or ended. */
  lifecycle: Lifecycle;
  /** Limits: Every limit that applies at once; an empty list says that there is none. */
  limits: Limits | null;
  /** Name: The name by language, as the source writes it. */
  name: Name | null;
  /** Note: A remark for readers; rules never hang on it. */
  notes: Note | null;
  /** Payment pairs: Which kinds of lines may give to which. */
  payment_pairs: PaymentPair[] | null;
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans;
  /**
   * Pricing: What `fees` says, in a word.
   * - `free`: A source says that nothing is charged.
   * - `priced`: The prices are in `fees`.
   * - `not_stated`: No source that was read speaks of a price.
   */
  pricing: "free" | "priced" | "not_stated";
  /** Reasons: Why it is not allowed or not offered, as sources say. */
  reasons: Reasons | null;
  /**
   * Roaming of received data: Whose roaming right the received data has.
   * - `unknown`: No source that we read says.
   * - `none`: None: it works only at home.
   * - `recipient_right`: The recipient's.
   * - `sender_right`: The giver's.
   */
  received_roaming: "unknown" | "none" | "recipient_right" | "sender_right" | null;
  /** Recipient: What the receiving side must meet. */
  recipient: Recipient | null;
  /**
   * Recipients: The widest circle that can receive.
   * - `unknown`: No source that we read says.
   * - `own_devices`: The giver's own devices.
   * - `own_lines`: The giver's own lines.
   * - `same_account`: Lines in one account.
   * - `family_group`: Lines of the family group.
   * - `named_members`: Members that the giver names.
   * - `same_brand`: Any customer of the brand.
   * - `same_operator`: Any customer of the operator.
   * - `anyone_with_code`: Anybody who holds the code.
   * - `anyone`: Anybody.
   */
  recipients: "unknown" | "own_devices" | "own_lines" | "same_account" | "family_group" | "named_members" | "same_brand" | "same_operator" | "anyone_with_code" | "anyone" | null;
  /**
   * Recurrence: Whether it repeats by itself.
   * - `once`: Each time anew.
   * - `monthly`: Every month until it is ended.
   */
  recurrence: "once" | "monthly" | null;
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Sender: What the giving side must meet. */
  sender: Sender | null;
  /** Sizes: The sizes to choose from, if they are fixed. */
  sizes: Sizes | null;
  /**
   * Until: The last day, as precisely as it is known; null where it is not, or none is known to come.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /** Used first: Whether received data is used before the own. */
  used_first: boolean | null;
  /** Validity: How long codes, data and passes stay valid. */
  validity: Validities | null;
  /** Verdict: The answer of the rule. */
  verdict: Verdict;
}

/** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
export interface Upcoming {
  /**
   * Announced: When the carrier made it known.
   * Format: `partial-date`.
   */
  announced: string;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /**
   * Not before: The earliest day that the carrier names.
   * Format: `partial-date`.
   */
  not_before: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  not_before_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  not_before_latest: string | null;
  /** Note: A remark for readers; rules never hang on it. */
  note: Note;
}

/** Validity: How long codes, data and passes stay valid. */
export type Validities = Validity[];

/** Validity: How long one thing stays valid. */
export interface Validity {
  /** Basis: How the period is counted. */
  basis: Basis | null;
  /**
   * Ends: The event that ends it.
   * - `unknown`: No source that we read says.
   * - `end_of_day`: At midnight.
   * - `end_of_month`: At the end of the month.
   * - `end_of_next_month`: At the end of the month after.
   * - `end_of_cycle`: At the end of the billing cycle.
   * - `with_base_plan`: With the plan.
   * - `keeps_original`: When it would have ended before.
   * - `later_of_both`: At the later of both expiries.
   */
  ends: "unknown" | "end_of_day" | "end_of_month" | "end_of_next_month" | "end_of_cycle" | "with_base_plan" | "keeps_original" | "later_of_both" | null;
  /** Lasts: How long it stays valid. */
  lasts: Lasting | null;
  /**
   * Of: What it is about.
   * - `code`: A gift code.
   * - `data`: The data received.
   * - `pass`: A pass.
   * - `sim`: The SIM or profile.
   */
  of: "code" | "data" | "pass" | "sim";
  /**
   * Whichever: Which of length and event counts.
   * - `earlier`: The earlier.
   * - `later`: The later.
   */
  whichever: "earlier" | "later" | null;
}

/**
 * Verdict: The answer of the rule.
 * - `unknown`: No source that we read says.
 * - `not_allowed`: The carrier forbids it.
 * - `not_offered`: There is no such product.
 * - `conditional`: Allowed under the conditions given.
 * - `allowed`: Allowed without conditions worth naming.
 */
export type Verdict = "unknown" | "not_allowed" | "not_offered" | "conditional" | "allowed";

/** Waiver: A reduction of the list price; what is paid is the price given here. */
export interface Waiver {
  /** Applies to all: Whether it is all, and no list; `plans` is empty then. */
  applies_to_all: boolean | null;
  /**
   * End: Whether an end is known.
   * - `dated`: It ends on a date.
   * - `none_known`: No end is known.
   */
  end: "dated" | "none_known";
  /** Free part: The part that is free, such as days in a month. */
  free: {
    /** Time unit: The unit of a period. */
    unit: TimeUnit;
    /** Number: A whole number, or a decimal fraction where no smaller unit removes it. */
    value: NumberValue;
  } | null;
  /**
   * Kind: Why the price is reduced.
   * - `for_the_time_being`: Until further notice.
   * - `campaign`: For a campaign.
   * - `plan_benefit`: As a benefit of the plan.
   * - `conditional`: Under a condition.
   */
  kind: "for_the_time_being" | "campaign" | "plan_benefit" | "conditional";
  /** Plans: The plans that the rule is for; empty where it is for all of them. */
  plans: AppliesToPlans | null;
  /** Price paid: What is paid while the waiver holds. */
  price: PriceWaived;
  /**
   * Until: The last day.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
  /** Window: The period over which the limit counts. */
  window: Window | null;
}

/** Window: The period over which the limit counts. */
export interface Window {
  /** Basis: How the period is counted. */
  basis: Basis;
  /** Length: How long the period is. */
  length: Duration;
  /**
   * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
   * Format: `time-zone`.
   */
  time_zone: WindowTimeZone | null;
}

/**
 * Time zone: Whose clock counts: `home`, `visited`, `UTC`, `UTC+8` or an IANA name.
 * Format: `time-zone`.
 */
export type WindowTimeZone = string;

/** Withdrawn source: A source that evidence does not rest on any more. */
export interface Withdrawn {
  /** Source: The id that the source had. */
  id: string;
  /** Note: A remark for readers; rules never hang on it. */
  note: Note;
}

/** Zone: A set of countries that the carrier treats alike; never a political union. */
export interface Zone {
  /** All except: Zones whose countries it leaves out: every other one belongs to it, but for the home countries. */
  all_except: string[] | null;
  /** Upcoming: A change that is announced without its day; one with a day is written as the terms to come. */
  announcement: Upcoming | null;
  /** Number of destinations: How many destinations the source counts, where it does not list them. */
  count: number | null;
  /** Countries: Every country and territory of the zone. */
  countries: Country[] | null;
  /** Effective: Since when and until when the rule holds, as precisely as the source says. */
  effective: Effective | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /** Formerly: Ids that it had before; they stay here for good. */
  formerly: Formerly;
  /** Identifier: A stable name in lower-case letters, digits and hyphens; it is never reused. */
  id: Slug;
  /** In force: Whether it is there on the day of the release; else its newest known terms are told. */
  in_force: DerivedInForce;
  /** Name: The name by language, as the source writes it. */
  name: Name;
  /** Past: The terms before those of the day of the release, the newest first, each whole. */
  past: ZoneTerms[];
  /** Other places: Places of the zone that are in no country. */
  places: ("ships" | "aircraft" | "satellite")[] | null;
  /**
   * Precision: How exact the count is.
   * - `exact`: Exactly.
   * - `at_least`: At least.
   * - `about`: About.
   */
  precision: "exact" | "at_least" | "about" | null;
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /**
   * Since: The first day of these terms, as precisely as a source says; `unknown` or left out where none does.
   * Format: `first-day`.
   */
  since: Since | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  since_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  since_latest: string | null;
  /** Subdivisions excluded: Parts of the countries that do not belong to the zone. */
  subdivisions_excluded: string[];
  /** Subdivisions included: Parts of countries that belong to the zone by themselves. */
  subdivisions_included: string[] | null;
  /** Upcoming: The terms known to come after the day of the release, the soonest first. */
  upcoming: ZoneTerms[];
}

/** Zone terms: What holds at another time than on the day of the release. */
export interface ZoneTerms {
  /** All except: Zones whose countries it leaves out: every other one belongs to it, but for the home countries. */
  all_except: string[] | null;
  /**
   * Announced: When the carrier made it known before it held; null where it did not.
   * Format: `partial-date`.
   */
  announced: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  announced_latest: string | null;
  /** Confidence: How sure the rule is, derived from its evidence. */
  confidence: DerivedConfidence;
  /** Number of destinations: How many destinations the source counts, where it does not list them. */
  count: number | null;
  /** Countries: Every country and territory of the zone. */
  countries: Country[] | null;
  /** Evidence: What the sources say about it; the confidence of a rule is derived from it. */
  evidence: Evidence;
  /**
   * From: The first day, as precisely as it is known; null where it is not.
   * Format: `partial-date`.
   */
  from: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  from_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  from_latest: string | null;
  /** Name: The name by language, as the source writes it. */
  name: Name;
  /** Other places: Places of the zone that are in no country. */
  places: ("ships" | "aircraft" | "satellite")[] | null;
  /**
   * Precision: How exact the count is.
   * - `exact`: Exactly.
   * - `at_least`: At least.
   * - `about`: About.
   */
  precision: "exact" | "at_least" | "about" | null;
  /** Revision: When and why this data last changed. */
  revision: Revision | null;
  /** Subdivisions excluded: Parts of the countries that do not belong to the zone. */
  subdivisions_excluded: string[];
  /** Subdivisions included: Parts of countries that belong to the zone by themselves. */
  subdivisions_included: string[] | null;
  /**
   * Until: The last day, as precisely as it is known; null where it is not, or none is known to come.
   * Format: `partial-date`.
   */
  until: string | null;
  /**
   * First day: The first day that the date of the same name can mean.
   * Format: `date`.
   */
  until_earliest: string | null;
  /**
   * Last day: The last day that the date of the same name can mean.
   * Format: `date`.
   */
  until_latest: string | null;
}

/** A rule of any topic; `topic` tells which. */
export type Rule = NonNullable<Policy["transfer"]>[number] | NonNullable<Policy["roaming"]>[number] | NonNullable<Policy["tethering"]>[number];
