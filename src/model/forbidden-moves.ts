// Lists the moves of an account one by one where some are forbidden beyond what its options' directions say.
import type { Outcome } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Account } from './case.ts';
import type { ArcMoves, Moves, OptionMoves } from './graph-model.ts';
import { movesFrom } from './moves.ts';
import { truthOver } from './truth.ts';

/**
 * The moves of `moves` but those from a state where `from` holds to one where `to` holds, for the decision maker
 * named by a forbidden move. What is left need not be transitive.                                   Rule [MOV2].
 * @param keys - the options' keys, in order
 * @param limit - the most moves that are listed
 * @complexity O(arcs · log m)
 */
export function forbidMoves(
  moves: OptionMoves,
  account: Account,
  keys: readonly string[],
  limit: number,
): Outcome<Moves> {
  let total = 0;
  const arcs: { readonly start: Uint32Array; readonly to: Uint32Array }[] = [];
  for (const [dm, { id }] of account.decisionMakers.entries()) {
    const bars = account.forbiddenMoves
      .filter(({ by }) => by === id)
      .map(({ from, to }) => ({
        from: truthOver(from, moves.space, keys),
        to: truthOver(to, moves.space, keys),
      }));
    const start = new Uint32Array(moves.space.size + 1);
    const to: number[] = [];
    for (let s = 0; s < moves.space.size; s += 1) {
      for (const target of movesFrom(moves, dm, s)) {
        if (!bars.some((bar) => bar.from[s] === 1 && bar.to[target] === 1)) to.push(target);
      }
      start[s + 1] = to.length;
      if (total + to.length > limit) return tooMany(account, limit);
    }
    total += to.length;
    arcs.push({ start, to: Uint32Array.from(to) });
  }
  const value: ArcMoves = { kind: 'arcs', size: moves.space.size, arcs };
  return { value, diagnostics: [] };
}

function tooMany(account: Account, limit: number): Outcome<Moves> {
  const at = account.forbiddenMoves[0]?.at ?? account.at;
  return {
    diagnostics: [
      diagnostic(
        'E1308',
        `account ${account.id} has more than ${limit} moves, which forbidden moves make it list`,
        {
          ...(at === undefined ? {} : { at }),
          expected: `at most ${limit} moves`,
          hint: 'use an option direction (take or drop) in place of the forbidden moves, or fewer options',
        },
      ),
    ],
  };
}
