// Finds every minimal set of changes that unlocks an agreement in one account.
import type { Watch } from '../../base/index.ts';
import { unwatched } from '../../base/index.ts';
import type { Account, Concept, Conflict, Offer, StateIndex } from '../../model/index.ts';
import { conflictOf } from '../../model/index.ts';
import { statementsOf } from '../premises.ts';
import { editsOf } from './candidates.ts';
import type { Edit, EditKind } from './edit.ts';
import { costOf, editKinds, isStatementEdit } from './edit.ts';
import type { Opening } from './opening.ts';
import { openingsOf } from './opening.ts';
import { planOf } from './plans.ts';
import type { FoundSet, Reach } from './search.ts';
import { nothingSearched, searchEdits } from './search.ts';
import { variantOf } from './variant.ts';

/** What an unlocking asks for. */
export interface UnlockQuestion {
  readonly concept: Concept;
  readonly reach: Reach;
  /** The most changes of one set. */
  readonly maxEdits: number;
  readonly kinds: readonly EditKind[];
  /** The most sets that are judged. */
  readonly maxSets: number;
}

/** Nash, improvements, two changes, every kind but the diagnostic one. */
export const defaultUnlockQuestion: UnlockQuestion = {
  concept: 'nash',
  reach: 'improvements',
  maxEdits: 2,
  kinds: editKinds,
  maxSets: 2e7,
};

/** Conflicts with more states than this are not solved again for every change. */
export const unlockLimit = 2 ** 16;

/** A minimal set of changes with the conflict that it makes and what opens there. */
export interface Unlocking {
  readonly edits: readonly Edit[];
  /** How many decision makers have to change or do something. */
  readonly cost: number;
  /** The conflict after the changes; its states need not be those of the account. */
  readonly conflict: Conflict;
  readonly opens: readonly Opening[];
}

/** What unlocking finds in one account. */
export interface Unlocked {
  readonly conflict: Conflict;
  readonly question: UnlockQuestion;
  /** Agreement states that hold and are reached as asked with no change; then nothing is searched for. */
  readonly holds: readonly Opening[];
  /** Every minimal set that opens an agreement as asked: fewest changes first, then fewest decision makers. */
  readonly found: readonly Unlocking[];
  /** Agreement states that are deals, hold, and are reached by improvements with at most one joint move, unchanged. */
  readonly headlineHolds: readonly Opening[];
  /** Every minimal set that opens such a state. */
  readonly headline: readonly Unlocking[];
  /** How many single changes there are, and how many sets were judged, the empty one included. */
  readonly candidates: number;
  readonly searched: number;
  /** True where every set up to the size asked for was tried that could be minimal. */
  readonly exhausted: boolean;
  /** Decision makers whose preference is no list of statements, so that no statement of theirs could be changed. */
  readonly unlisted: readonly string[];
}

/**
 * Every minimal set of changes after which some agreement state is an equilibrium and reached as asked.
 *                                                                                      Rules [UNL1] to [UNL9].
 * @param offers - what the case may give to decision makers
 * @param watch - may stop the search; `exhausted` is then false
 * @complexity one judgement for each of the C(edits, 1) + ... + C(edits, K) sets, save supersets of found ones
 */
export function unlockOf(
  conflict: Conflict,
  offers: readonly Offer[] = [],
  question: UnlockQuestion = defaultUnlockQuestion,
  watch: Watch = unwatched,
): Unlocked {
  const { account } = conflict;
  const { concept, reach, maxEdits, maxSets } = question;
  const hasAgreement = conflict.agreement !== undefined;
  const isSmall = conflict.size <= unlockLimit;
  const edits = hasAgreement && isSmall ? editsOf(account, offers, new Set(question.kinds)) : [];
  const task = { account, offers, edits, concept, reach, maxEdits, maxSets };
  const search = hasAgreement && isSmall ? searchEdits(task, watch) : nothingSearched;
  const opened = (set: FoundSet): Unlocking => unlockingOf(account, offers, concept, set);
  return {
    conflict,
    question,
    holds: openedBy(account, offers, concept, [], search.holds.asked).opens,
    found: sorted(search.found.asked.map(opened)),
    headlineHolds: openedBy(account, offers, concept, [], search.holds.headline).opens,
    headline: sorted(search.found.headline.map(opened)),
    candidates: edits.length,
    searched: search.searched,
    exhausted: search.exhausted && (isSmall || !hasAgreement),
    unlisted: account.decisionMakers.flatMap(({ id }) => {
      const preference = account.preferences[id];
      return preference !== undefined && statementsOf(preference) === undefined ? [id] : [];
    }),
  };
}

function sorted(list: readonly Unlocking[]): readonly Unlocking[] {
  return [...list].sort((a, b) => a.edits.length - b.edits.length || a.cost - b.cost);
}

function unlockingOf(account: Account, offers: readonly Offer[], concept: Concept, set: FoundSet): Unlocking {
  return {
    edits: set.edits,
    cost: costOf(set.edits),
    ...openedBy(account, offers, concept, set.edits, set.opens),
  };
}

/** The conflict that a set of changes makes, and what opens at some of its states. */
function openedBy(
  account: Account,
  offers: readonly Offer[],
  concept: Concept,
  edits: readonly Edit[],
  states: readonly StateIndex[],
): { readonly conflict: Conflict; readonly opens: readonly Opening[] } {
  const structural = edits.filter((edit) => !isStatementEdit(edit) && edit.kind !== 'joint');
  const variant = variantOf(account, offers, structural, concept);
  if (variant === undefined) return { conflict: conflictOf(account).value as Conflict, opens: [] };
  const plans = account.decisionMakers.map(({ id }) =>
    edits
      .filter((edit) => isStatementEdit(edit))
      .filter(({ decisionMaker }) => decisionMaker === id)
      .reduce((plan, edit, number) => plan.extended(edit, number) ?? plan, planOf(account.preferences[id])),
  );
  const preferences = Object.fromEntries(
    account.decisionMakers.flatMap(({ id }, dm) => {
      const preference = plans[dm]?.preference;
      return preference === undefined ? [] : [[id, preference] as const];
    }),
  );
  const made = variant.conflictWith(plans);
  const conflict = { ...made, account: { ...made.account, preferences } };
  return { conflict, opens: openingsOf(variant, conflict, states) };
}
