// Says what the headline of an account rests on, so that it never stands alone.
import type { AccountAnalysis, OrderCount, OrderSensitivity, Sensitivity } from '../analysis/index.ts';
import type { Concept } from '../model/index.ts';
import { namesOf } from './naming.ts';
import { verdictNames } from './verdict-words.ts';
import { counted, grouped, listed, percent } from './wording.ts';

/** One sentence for each thing on which the headline depends. */
export function sensitivitySentences(analysis: AccountAnalysis, sensitivity: Sensitivity): readonly string[] {
  const { verdict, conflict } = analysis;
  const names = namesOf(conflict);
  const { orders, agreements, inexpressible, fallbacks, contested, words, withoutAdversary } = sensitivity;
  const sentences: string[] = [];
  if (orders !== undefined) sentences.push(orderSentence(orders));
  const others = agreements.filter(
    ({ agreement }) => !conflict.account.agreements.some(({ id }) => id === agreement.id),
  );
  const kinds = others.map(
    ({ agreement, code }) =>
      `"${agreement.name ?? agreement.id}": ${code === verdict.code ? 'the same' : verdictNames[code]}`,
  );
  if (kinds.length > 0 || inexpressible.length > 0) {
    const missing =
      inexpressible.length === 0
        ? ''
        : `${kinds.length > 0 ? '; ' : ''}not expressible here: ${listed(inexpressible)}`;
    sentences.push(`What counts as an agreement: ${kinds.join('; ')}${missing}.`);
  }
  for (const { fallback, code, deal } of fallbacks) {
    const what = fallback === 'security' ? 'what each party can secure alone' : names.situation(fallback);
    const outcome = code === verdict.code ? 'the verdict is the same' : verdictNames[code];
    sentences.push(
      `Measured against ${what}: ${outcome} (${counted(deal.length, 'agreement')} better for all).`,
    );
  }
  if (contested.length > 0) {
    const parts = contested.map(
      ({ premise, finding, facts }) => `${premise} ${finding.replace('-', ' ')} (${facts.join(', ')})`,
    );
    sentences.push(`Contested premises: ${parts.join('; ')}.`);
  }
  sentences.push(wordSentence(words));
  if (withoutAdversary !== undefined) {
    const { code, premises } = withoutAdversary;
    const outcome =
      code === undefined
        ? 'not solved again, since the model is too large'
        : code === verdict.code
          ? 'the verdict stays the same'
          : `the verdict becomes: ${verdictNames[code]}`;
    sentences.push(`Without what is taken from an adversary's word (${listed(premises)}): ${outcome}.`);
  }
  return sentences;
}

/** How far the headline depends on the order of statements. */
export function orderSentence({
  method,
  total,
  counted: seen,
  agreement,
  deal,
  seed,
  complete,
}: OrderSensitivity): string {
  if (seen === 0) return 'Order of statements: not looked at, since the work was stopped before.';
  const which =
    method === 'exact'
      ? `of ${counted(total, 'order')}`
      : `of ${grouped(seen)} orders drawn from ${grouped(total)} (seed ${seed})`;
  const parts = Object.entries(agreement).map(
    ([concept, count]) =>
      `${orderCount(count, seen)} ${verb(count, 'make')} an agreement stable by ${concept as Concept}`,
  );
  const deals = deal === undefined ? [] : [`${orderCount(deal, seen)} ${verb(deal, 'leave')} a deal`];
  const ended = complete ? '' : ` Stopped after ${grouped(seen)} of them.`;
  return `Order of statements, which is the modeller's choice: ${which}, ${listed([...parts, ...deals])}.${ended}`;
}

function verb({ orders }: OrderCount, plural: string): string {
  return orders < 2 ? `${plural}s` : plural;
}

/** All, none, or a number with its share; of a sample, with the interval in which the share of all orders lies. */
function orderCount({ orders, interval }: OrderCount, seen: number): string {
  const [low, high] = interval ?? [0, 0];
  if (orders === 0) return interval === undefined ? 'none' : `none (95 %: at most ${ceiling(high)})`;
  if (orders === seen)
    return interval === undefined ? `all ${grouped(seen)}` : `all (95 %: at least ${floor(low)})`;
  const range = interval === undefined ? '' : `, 95 %: ${percent(low)} to ${percent(high)}`;
  return `${grouped(orders)} (${percent(orders / seen)}${range})`;
}

/** Rounded so that the claim stays true. */
const ceiling = (share: number): string => `${Math.ceil(share * 1000) / 10} %`;
const floor = (share: number): string => `${Math.floor(share * 1000) / 10} %`;

function wordSentence(words: Sensitivity['words']): string {
  const all = Object.values(words).reduce((sum, count) => sum + count, 0);
  const parts = [
    ...(words.own > 0 ? [`${words.own} on the party's own word`] : []),
    ...(words.third > 0 ? [`${words.third} on a third party's`] : []),
    ...(words.adversary > 0 ? [`${words.adversary} on its adversary's`] : []),
    ...(words.unstated > 0 ? [`${words.unstated} on the word of nobody named`] : []),
  ];
  return `Whose word: of ${counted(all, 'premise')} about preferences, ${listed(parts)}.`;
}
