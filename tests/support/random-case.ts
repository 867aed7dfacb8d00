// Writes random case files whose one account any format of another tool can hold.
import type { Random } from '../../src/base/index.ts';
import { between } from './models.ts';

/**
 * The text of a case: 1 to 4 decision makers, up to 7 options, bars, one-way options, and for each decision maker
 * statements, a ranking by weights, or nothing. The state in which nothing is taken is always feasible.
 */
export function randomCase(random: Random): string {
  const chance = (share: number): boolean => random() < share;
  const makers = Array.from({ length: between(random, [1, 4]) }, (_, dm) => ({
    id: `dm${dm}`,
    options: Array.from({ length: between(random, [dm === 0 ? 1 : 0, 2]) }, (_, place) => `o${dm}${place}`),
  }));
  const options = makers.flatMap((maker) => maker.options);
  const pick = <T>(items: readonly T[]): T => items[between(random, [0, items.length - 1])] as T;
  const formula = (depth: number): string => {
    if (depth === 0 || chance(0.3)) return chance(0.5) ? pick(options) : `!${pick(options)}`;
    const [a, b] = [formula(depth - 1), formula(depth - 1)];
    return pick([`(${a} & ${b})`, `(${a} | ${b})`, `(${a} -> ${b})`, `(${a} <-> ${b})`, `!(${a} & ${b})`]);
  };
  // Every bar asks for some option to be taken, so that the state without any stays.
  const bars = Array.from({ length: between(random, [0, 3]) }, () => `${pick(options)} & ${formula(2)}`);
  const preference = (): string[] => {
    if (chance(0.2)) return [];
    if (chance(0.2))
      return [`    weights: { ${options.map((key) => `${key}: ${between(random, [-2, 2])}`).join(', ')} }`];
    return Array.from({ length: between(random, [1, 4]) }, () => `    - "${formula(2)}"`);
  };
  const preferences = makers.flatMap(({ id }) => {
    const lines = preference();
    return lines.length === 0 ? [] : [`  ${id}:`, ...lines];
  });
  return [
    'impasse: 1',
    'title: random',
    'decisionMakers:',
    ...makers.flatMap(({ id, options: own }) => [
      `  - id: ${id}`,
      ...(own.length === 0 ? [] : ['    options:']),
      ...own.map((key) => `      - { id: ${key}, direction: ${pick(['both', 'both', 'take', 'drop'])} }`),
    ]),
    ...(bars.length === 0 ? [] : ['infeasible:', ...bars.map((bar) => `  - "${bar}"`)]),
    'statusQuo: []',
    ...(preferences.length === 0 ? [] : ['preferences:', ...preferences]),
    '',
  ].join('\n');
}
