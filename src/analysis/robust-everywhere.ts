// Says what holds in every one of some rival accounts, by name; accounts are never counted as votes.
import type { Concept, StateIndex } from '../model/index.ts';
import { stateName } from '../model/index.ts';
import type { RobustAnalysis } from './robust.ts';
import { verdictConcept } from './robust.ts';
import type { Modality } from './stability.ts';

/** How accounts answer a question that can be put to each of them. */
export interface AcrossAccounts {
  readonly question: 'agreement' | 'statusQuo';
  readonly concept: Concept;
  /** Account ids with their words; an account that names no agreement is left out of that question. */
  readonly answers: readonly { readonly account: string; readonly word: Modality }[];
  /** The word that every account gives; missing where they differ or fewer than two answer. */
  readonly everywhere?: Modality;
}

/** A state that is an equilibrium in every reading of every account; the accounts have the same options. */
export interface LastingState {
  readonly name: string;
  readonly states: readonly { readonly account: string; readonly state: StateIndex }[];
  readonly concepts: readonly Concept[];
}

/** What some accounts have in common. */
export interface Everywhere {
  readonly accounts: readonly string[];
  readonly questions: readonly AcrossAccounts[];
  /** Missing where the accounts' options differ, so that their states are not the same. */
  readonly states?: readonly LastingState[];
}

/**
 * What holds in every account.                                                                 Rule [ROB12].
 * @returns nothing for fewer than two accounts
 */
export function everywhere(
  found: readonly RobustAnalysis[],
  concepts: readonly Concept[],
): Everywhere | undefined {
  if (found.length < 2) return undefined;
  const idOf = ({ plan }: RobustAnalysis): string => plan.conflict.account.id;
  const questions = (['nash', verdictConcept] as const).flatMap((concept) =>
    (['agreement', 'statusQuo'] as const).map((question): AcrossAccounts => {
      const answers = found.flatMap((each) => {
        const answer =
          question === 'agreement'
            ? each.agreement(concept)
            : each.equilibrium(each.plan.conflict.statusQuo, concept);
        return answer === undefined ? [] : [{ account: idOf(each), word: answer.word }];
      });
      const [first] = answers;
      const isCommon = answers.length > 1 && answers.every(({ word }) => word === first?.word);
      return { question, concept, answers, ...(isCommon && first ? { everywhere: first.word } : {}) };
    }),
  );
  const shared = haveSameStates(found) ? { states: lasting(found, concepts) } : {};
  return { accounts: found.map(idOf), questions, ...shared };
}

function haveSameStates(found: readonly RobustAnalysis[]): boolean {
  const [first, ...others] = found.map(({ plan }) => plan.conflict.account);
  if (first === undefined || first.graph !== undefined) return false;
  const keys = first.options.map(({ key }) => key).join();
  return others.every(
    ({ graph, options }) => graph === undefined && options.map(({ key }) => key).join() === keys,
  );
}

function lasting(found: readonly RobustAnalysis[], concepts: readonly Concept[]): readonly LastingState[] {
  const [first, ...others] = found as readonly [RobustAnalysis, ...RobustAnalysis[]];
  const states: LastingState[] = [];
  const placed = others.map(({ plan: { conflict } }) => {
    const places = new Map<string, StateIndex>();
    for (let s = 0; s < conflict.size; s += 1) places.set(stateName(conflict, s), s);
    return places;
  });
  for (let s = 0; s < first.plan.conflict.size; s += 1) {
    const name = stateName(first.plan.conflict, s);
    const places = [s, ...placed.map((known) => known.get(name))];
    if (places.includes(undefined)) continue;
    const held = concepts.filter((concept) =>
      found.every((each, index) => each.equilibrium(places[index] as StateIndex, concept).word === 'every'),
    );
    if (held.length > 0)
      states.push({
        name,
        states: found.map(({ plan }, index) => ({
          account: plan.conflict.account.id,
          state: places[index] as StateIndex,
        })),
        concepts: held,
      });
  }
  return states;
}
