import {readFileSync} from 'node:fs';

const read = (name) => JSON.parse(readFileSync(new URL(`./data/${name}`, import.meta.url), 'utf8'));

/** Every policy of the release. */
export const dataset = read('dataset.json');
/** The words of the data in each language of the release. */
export const words = read('i18n.json');

const policies = new Map(dataset.policies.map((policy) => [policy.id, policy]));
const redirects = new Map(read('redirects.json').redirects.map(({from, to}) => [from, to]));
const rules = new Map();
for (const policy of dataset.policies) {
  for (const list of Object.values(policy)) {
    if (!Array.isArray(list)) continue;
    for (const rule of list) if (rule !== null && typeof rule === 'object' && rule.ref) rules.set(rule.ref, rule);
  }
}

/** Lists the questions that `lookup` takes. */
export const questions = Object.keys(dataset.policies[0]?.answers ?? {});

/**
 * Says what a policy answers to a question on the day of the release; null for a policy that there is none of.
 * An id that a policy had before finds it, too.
 */
export function lookup(id, question) {
  if (!questions.includes(question)) throw new RangeError(`no question "${question}"; there are ${questions.join(', ')}`);
  const policy = policies.get(id) ?? policies.get(redirects.get(id));
  if (!policy) return null;
  const {answer, confidence, by_plan: byPlan, rules: refs} = policy.answers[question];
  return {
    policy: policy.id, name: policy.name, question, answer, confidence, byPlan,
    rules: refs.map((ref) => rules.get(ref)), released: dataset.released, version: dataset.version,
  };
}
