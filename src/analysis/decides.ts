// Finds what decides between two accounts: the smallest set of premises whose exchange exchanges their verdicts.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { AccountAnalysis, Question } from './account-analysis.ts';
import type { Difference, Pair } from './differences.ts';
import { differencesOf, missingFor } from './differences.ts';
import { isLight } from './effort.ts';
import { exchanged } from './exchange.ts';
import type { VerdictCode } from './verdict.ts';
import { whatIf } from './what-if.ts';

/** A set of premises that decides, and whose verdict changes into the other's with it. */
export interface Deciding {
  readonly differences: readonly Difference[];
  /** `both`: the accounts exchange their verdicts; else the one that gets the other's verdict. */
  readonly flips: 'both' | 0 | 1;
}

/** A difference that one account cannot take over, since it lacks the options that it speaks of. */
export interface NotTransplantable {
  readonly difference: Difference;
  readonly into: 0 | 1;
  readonly options: readonly string[];
}

/** What decides between two accounts with different verdicts. */
export interface Decision {
  readonly pair: readonly [AccountAnalysis, AccountAnalysis];
  /** Minimal sets: for an exchange of both verdicts, or where smaller ones turn each account, for each that is turned. */
  readonly found: readonly Deciding[];
  readonly notTransplantable: readonly NotTransplantable[];
  /** How many sets of premises were tried, and up to which size. */
  readonly searched: number;
  readonly upTo: number;
  /** False where the conflicts are too large, or the search was stopped or ran out of its budget. */
  readonly complete: boolean;
}

const largestSet = 3;
/** At most so many sets are tried for one pair of accounts, and at most so many states solved: a few seconds. */
const budget = { sets: 1500, states: 2 ** 20 };

/**
 * What decides between two accounts.                                                     Rules [CMP2], [CMP3].
 *
 * Sets are tried by size until one exchanges both verdicts; once one turns an account,
 * larger sets that turn only that account are not told.
 * @complexity two solutions for each set, at most 1,500 sets, fewer of large conflicts
 */
export function decisionBetween(
  first: AccountAnalysis,
  second: AccountAnalysis,
  watch: Watch = unwatched,
): Decision {
  const accounts: Pair = [first.conflict.account, second.conflict.account];
  const codes = [first.verdict.code, second.verdict.code] as const;
  const question: Question = { ...first.question, concepts: first.question.concepts.slice(0, 1) };
  const differences = differencesOf(accounts);
  const sides = [0, 1] as const;
  const missing = differences.flatMap((difference) =>
    sides.map((into) => ({ difference, into, options: missingFor(accounts, difference, into) })),
  );
  const barred = sides.map(
    (side) =>
      new Set(
        missing.flatMap(({ difference, into, options }) =>
          into === side && options.length > 0 ? [difference] : [],
        ),
      ),
  );
  const codeAfter = (set: readonly Difference[], into: 0 | 1): VerdictCode | undefined =>
    set.some((difference) => barred[into]?.has(difference))
      ? undefined
      : whatIf(exchanged(accounts, set, into), question, watch)?.verdict.code;

  const found: Deciding[] = [];
  let searched = 0;
  let upTo = 0;
  const mostSets = Math.min(budget.sets, budget.states / workOf(first, second));
  let complete = [first, second].every((analysis) => analysis.complete && isLight(analysis));
  const turned = new Set<'both' | 0 | 1>();
  for (let size = 1; size <= largestSet && complete && !turned.has('both'); size += 1) {
    const atThisSize: Deciding[] = [];
    // Once each account can be turned, only an exchange of both is still sought: among what both can take.
    const candidates =
      turned.size < 2 ? differences : differences.filter((each) => !barred.some((side) => side.has(each)));
    for (const set of subsets(candidates, size)) {
      if (watch.stopped() || searched >= mostSets) {
        complete = false;
        break;
      }
      searched += 1;
      watch.progress?.(searched, Math.floor(mostSets), 'sets of premises');
      const turns = sides.filter((into) => codeAfter(set, into) === codes[1 - into]);
      if (turns.length === 2) atThisSize.push({ differences: set, flips: 'both' });
      else if (turns[0] !== undefined && !turned.has(turns[0]))
        atThisSize.push({ differences: set, flips: turns[0] });
    }
    upTo = size;
    const exchanges = atThisSize.filter(({ flips }) => flips === 'both');
    if (exchanges.length > 0) found.splice(0, found.length, ...exchanges);
    else found.push(...atThisSize);
    for (const { flips } of atThisSize) turned.add(flips);
  }
  return {
    pair: [first, second],
    found,
    notTransplantable: missing.filter(({ options }) => options.length > 0),
    searched,
    upTo,
    complete,
  };
}

/** The states that are solved for one set, over both accounts and all orders of their open lists. */
function workOf(...analyses: readonly AccountAnalysis[]): number {
  return analyses.reduce(
    (sum, { conflict, stability }) => sum + conflict.size * (stability.orders?.counted ?? 1),
    0,
  );
}

/** The subsets of one size, in the order of their members. */
function* subsets<T>(items: readonly T[], size: number, from = 0): Iterable<readonly T[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let index = from; index + size <= items.length; index += 1) {
    for (const rest of subsets(items, size - 1, index + 1)) yield [items[index] as T, ...rest];
  }
}
