// Writes one account as a game in strategic form, the .nfg file of Gambit, where it is one.
import type { Diagnostic, Outcome } from '../base/index.ts';
import { diagnostic } from '../base/index.ts';
import type { Account, Conflict, StateIndex, StateSpace } from '../model/index.ts';
import { takes } from '../model/index.ts';
import { listedOmissions } from './omissions.ts';

/**
 * The game of an account, payoffs listed with the first player's strategies varying fastest.     Rules [NFG1] to [NFG4].
 *
 * A strategy is a combination of the decision maker's own options; its payoff is the rank of the state from 1, ties
 * alike: only the order means anything. A conflict is such a game only where every strategy goes with every other and
 * everybody may move from any of its strategies to any other.
 *
 * Errors: E4020 with the reason. Warnings: W4020 lists what the file does not hold.
 * @complexity O(m h)
 * @source Gambit, "Game representation formats": the strategic game format, payoff version.
 */
export function writeNfg(conflict: Conflict): Outcome<string> {
  const { account, space } = conflict;
  if (account.graph !== undefined || space === undefined)
    return {
      diagnostics: [cannot(account, 'it is in graph form, and its states are no combinations of strategies')],
    };
  const strategies = account.decisionMakers.map(({ id }) => strategiesOf(account, space, id));
  const diagnostics = unwritable(conflict, strategies);
  if (diagnostics.length > 0) return { diagnostics };
  const ranks = conflict.preferences.map(({ relation }) =>
    relation.kind === 'preorder' ? relation.rank : undefined,
  );
  const lines = [
    `NFG 1 R ${quoted(`${account.name}: payoffs are ordinal ranks, higher is better`)}`,
    `{ ${account.decisionMakers.map(({ id, name }) => quoted(account.labels[id] ?? name)).join(' ')} }`,
    '',
    '{',
    ...strategies.map((names) => `  { ${names.map(quoted).join(' ')} }`),
    '}',
    quoted(
      'Ranks order the states and measure nothing: mixed strategies and sums of payoffs have no meaning.',
    ),
    '',
    // States stand in increasing order, the first decision maker's options lowest: its strategies vary fastest.
    ...Array.from({ length: conflict.size }, (_, s) =>
      ranks.map((rank) => (rank?.[s] as number) + 1).join(' '),
    ),
  ];
  return { value: `${lines.join('\n')}\n`, diagnostics: listedOmissions(account, '.nfg') };
}

/** The names of a decision maker's combinations of options that occur, in increasing order. */
function strategiesOf(account: Account, space: StateSpace, id: string): readonly string[] {
  const own = account.options.flatMap(({ decisionMaker }, place) => (decisionMaker === id ? [place] : []));
  const first = new Map<string, StateIndex>();
  for (let s = 0; s < space.size; s += 1) {
    const letters = own.map((place) => (takes(space, s, place) ? 'Y' : 'N')).join('');
    if (!first.has(letters)) first.set(letters, s);
  }
  // As the states are ordered: the last option counts most.
  const highestFirst = (letters: string): string => [...letters].reverse().join('');
  return [...first.keys()]
    .sort((a, b) => (highestFirst(a) < highestFirst(b) ? -1 : 1))
    .map((letters) => {
      const taken = own.filter((_, place) => letters[place] === 'Y').map((place) => account.options[place]);
      return (
        taken.map((option) => account.labels[option?.key ?? ''] ?? option?.name).join(' + ') || 'none of it'
      );
    });
}

function unwritable(
  { account, preferences, size }: Conflict,
  strategies: readonly (readonly string[])[],
): Diagnostic[] {
  const oneWay = account.options.filter(({ direction }) => direction !== 'both').map(({ key }) => key);
  const profiles = strategies.reduce((product, names) => product * names.length, 1);
  const counts = strategies.map((names) => names.length).join(' × ');
  const unknown = account.decisionMakers.filter(
    (_, dm) => preferences[dm]?.relation.kind !== 'preorder' || preferences[dm]?.isOrderOpen === true,
  );
  return [
    ...(profiles !== size
      ? [
          cannot(
            account,
            `${counts} combinations of strategies would be ${profiles} states, and ${size} are feasible`,
          ),
        ]
      : []),
    ...(oneWay.length > 0
      ? [cannot(account, `a game has no direction, and ${oneWay.join(', ')} can only go one way`)]
      : []),
    ...(account.forbiddenMoves.length > 0
      ? [cannot(account, 'a game forbids no moves, and the account does')]
      : []),
    ...unknown.map(({ id }) =>
      cannot(account, `the preference of ${id} is not known for every pair of states`),
    ),
  ];
}

function cannot({ id, at }: Account, why: string): Diagnostic {
  const more = { ...(at === undefined ? {} : { at }), hint: 'choose another account or format' };
  return diagnostic('E4020', `account ${id} is no game in strategic form: ${why}`, more);
}

/** A text in double quotes; Gambit knows `\"` and no other escape. */
function quoted(text: string): string {
  return `"${text.replace(/\s+/g, ' ').replace(/\\/g, '/').replaceAll('"', '\\"')}"`;
}
