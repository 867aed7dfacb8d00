// Says what a change opens: the situation, whether it is a deal and for whom, and how it is reached.
import type { Opening } from '../analysis/index.ts';
import { standings } from '../analysis/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import { wayWords } from './kept-words.ts';
import { namesOf } from './naming.ts';
import { accountName } from './verdict-words.ts';
import { listed } from './wording.ts';

/** The best of some openings: a deal before what is none, and what is reached step by step before what is not. */
export function bestOpening(openings: readonly Opening[]): Opening | undefined {
  const worth = ({ deal, reachable }: Opening): number =>
    (deal ? 4 : 0) + { improvements: 3, joint: 2, moves: 1, no: 0 }[reachable];
  return openings.reduce<Opening | undefined>(
    (best, each) => (best === undefined || worth(each) > worth(best) ? each : best),
    undefined,
  );
}

/**
 * One opening in a few sentences.
 * @param before - the account as it stands; a situation that it does not have goes without number
 * @param conflict - the account after the changes
 */
export function openingWords(before: Conflict, conflict: Conflict, opening: Opening): string {
  const { state, equilibrium } = opening;
  const names = namesOf(conflict);
  const isKnown = before.size === conflict.size && stateName(before, state) === stateName(conflict, state);
  const which = isKnown
    ? `${names.situation(state)}, in which ${names.actions(state)},`
    : `the situation in which ${names.actions(state)}`;
  const by = equilibrium.length === 5 ? 'every concept' : listed(equilibrium);
  return `In ${accountName(conflict)} ${which} holds by ${by}. ${dealWords(conflict, state)} ${reachWords(conflict, opening)}`;
}

function dealWords(conflict: Conflict, state: StateIndex): string {
  const names = namesOf(conflict);
  const standing = standings(conflict);
  const having = (word: string): readonly string[] =>
    conflict.signatories.filter((dm) => standing(dm, state) === word).map(names.decisionMaker);
  const [gain, lose, unknown] = [having('>'), having('<'), having('?')];
  if (lose.length > 0) return `It is no deal: ${listed(lose)} would be worse off than without one.`;
  if (unknown.length > 0) return `Whether it is a deal is not known: that of ${listed(unknown)} is open.`;
  if (gain.length === 0) return 'It is no deal: nobody who signs would be better off than without one.';
  const same = having('~');
  const others = same.length === 0 ? '' : `, and no worse for ${listed(same)}`;
  return `It is a deal, better than none for ${listed(gain)}${others}.`;
}

function reachWords(conflict: Conflict, { path, reachable }: Opening): string {
  if (path?.length === 0) return 'It is the status quo.';
  const way = path === undefined ? '' : `: ${wayWords(conflict, conflict.statusQuo, path)}`;
  switch (reachable) {
    case 'improvements':
      return `Each step towards it pays for whoever takes it${way}.`;
    case 'joint':
      return `It takes a joint move, by which all who make it gain${way}.`;
    case 'moves':
      return `Moves lead to it, but not each pays for whoever makes it${way}.`;
    case 'no':
      return 'No moves lead to it.';
  }
}
