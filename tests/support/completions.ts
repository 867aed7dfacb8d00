// Lists the completions of a model's unknown pairs and judges stability in each, by the plainest search there is.
import type { Sanctions } from '../../src/engine/index.ts';
import type { Comparison, Concept, GraphModel } from '../../src/model/index.ts';
import { compare, decisionMakersOf, movesFrom } from '../../src/model/index.ts';
import { unknownPairs } from './models.ts';

/** How `a` stands to `b` for `dm`, every pair known. */
export type Completion = (dm: number, a: number, b: number) => Exclude<Comparison, '?'>;

const opposite = { '>': '<', '<': '>', '~': '~' } as const;

/** All 3^k completions of k unknown pairs, each pair on its own; they need not be transitive. */
export function completionsOf(model: GraphModel): Completion[] {
  const pairs = unknownPairs(model);
  const place = new Map(pairs.map(({ dm, a, b }, index) => [`${dm} ${a} ${b}`, index]));
  return Array.from({ length: 3 ** pairs.length }, (_, number): Completion => {
    const words = pairs.map(
      (_pair, index) => (['>', '<', '~'] as const)[Math.floor(number / 3 ** index) % 3]!,
    );
    return (dm, a, b) => {
      const word = compare(model.relations[dm]!, a, b);
      if (word !== '?') return word;
      return a < b ? words[place.get(`${dm} ${a} ${b}`)!]! : opposite[words[place.get(`${dm} ${b} ${a}`)!]!];
    };
  });
}

/** Is s stable for dm under the concept, in this completion? */
export function stableIn(
  model: GraphModel,
  completion: Completion,
  concept: Concept,
  dm: number,
  s: number,
  sanctions: Sanctions = 'legal',
): boolean {
  const n = decisionMakersOf(model);
  const isBetter = (q: number, than: number): boolean => completion(dm, q, than) === '>';
  const improvements = movesFrom(model.moves, dm, s).filter((s1) => isBetter(s1, s));
  if (concept === 'nash') return improvements.length === 0;
  const credible = concept === 'seq' || concept === 'sseq';
  const deters = (s2: number): boolean =>
    !isBetter(s2, s) &&
    (concept === 'gmr' || concept === 'seq' || !movesFrom(model.moves, dm, s2).some((s3) => isBetter(s3, s)));
  return improvements.every((s1) => {
    const seen = new Set<string>();
    const answered = (at: number, moved: readonly number[]): boolean => {
      const name = `${at} ${sanctions === 'once' ? moved.toSorted() : moved.at(-1)}`;
      if (seen.has(name)) return false;
      seen.add(name);
      for (let by = 0; by < n; by += 1) {
        const barred =
          by === dm ||
          (sanctions === 'legal' && moved.at(-1) === by) ||
          (sanctions === 'once' && moved.includes(by)) ||
          (sanctions === 'single' && moved.length > 0);
        if (barred) continue;
        for (const to of movesFrom(model.moves, by, at)) {
          if (credible && completion(by, to, at) !== '>') continue;
          if (deters(to) || answered(to, [...moved, by])) return true;
        }
      }
      return false;
    };
    return answered(s1, []);
  });
}
