import type {Dataset} from './data/dataset.js';

type Policy = Dataset['policies'][number];
type BrandAnswer = Policy['answers'][keyof Policy['answers']];
type Rule = NonNullable<Policy['transfer'] | Policy['roaming'] | Policy['tethering']>[number];

/** Every policy of the release. */
export declare const dataset: Dataset;

/** A text in every language of the release, by its tag. */
export type Texts = Record<string, string>;

/** The words of the data in each language of the release. */
export declare const words: {
  languages: Record<string, {name: string; html_lang: string}>;
  fields: Record<string, {label: Texts; words: Record<string, Texts>; questions: Record<string, Record<string, Texts>>}>;
  messages: Record<string, Record<string, Texts>>;
  names: Record<string, Record<string, Texts>>;
};

/** The questions that `lookup` takes. */
export declare const questions: (keyof Policy['answers'])[];

export interface Answer {
  policy: string;
  name: Policy['name'];
  question: keyof Policy['answers'];
  answer: BrandAnswer['answer'];
  confidence: BrandAnswer['confidence'];
  byPlan: BrandAnswer['by_plan'];
  rules: Rule[];
  released: string;
  version: string;
}

/**
 * Says what a policy answers to a question on the day of the release; null for a policy that there is none of.
 * An id that a policy had before finds it, too. Throws a RangeError for a question that there is none of.
 */
export declare function lookup(id: string, question: string): Answer | null;
