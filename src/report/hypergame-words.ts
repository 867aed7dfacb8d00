// Says in a sentence who is mistaken about a situation, what its account has it believe, and on which premise.
import type { Expectation, Misperception, ReplyMove } from '../analysis/index.ts';
import type { Conflict, StateIndex } from '../model/index.ts';
import { namesOf } from './naming.ts';
import { decidingPremise, premiseName } from './premise-words.ts';
import { accountName } from './verdict-words.ts';
import { capital } from './wording.ts';

/** The account measured against, in the middle of a sentence. */
export function baseName(conflict: Conflict): string {
  return conflict.account.id === 'base' ? 'the base' : accountName(conflict);
}

/**
 * What a decision maker takes a situation for, why, and what the account measured against says instead.
 * @param base - the account measured against
 */
export function misperceptionText(found: Misperception, base: Conflict): string {
  const { seer, stays, improvement, reply = [], mismatch, state } = found;
  const view = seer.view.conflict;
  const names = namesOf(view);
  const who = names.decisionMaker(seer.place);
  const account = baseName(view) === 'the base' ? 'the base, which it sees' : accountName(view);
  const other = baseName(base);
  const there = capital(`in ${other}`);
  if (!stays) {
    const target = improvement as StateIndex;
    return (
      `${who} would leave it: in ${account} it gains if it ${names.move(state, target)}, and nothing deters it` +
      `${premiseOf(view, seer.place, target, state)}. ${capital(`by ${other}`)} it would stay.`
    );
  }
  const intro = `${who} takes it for stable`;
  switch (mismatch.kind) {
    case 'unknown-state':
      return `${intro} by ${account}; ${other} does not know this situation.`;
    case 'reply-does-not-pay': {
      const { move } = mismatch;
      return (
        `${intro}: ${account} has it that if ${who} ${names.move(state, improvement as StateIndex)}, ` +
        `${names.path(
          improvement as StateIndex,
          reply.map(({ decisionMaker, to }) => ({ decisionMaker, to })),
        )}` +
        `${premiseOf(view, move.decisionMaker, move.to, move.from)}. ${there} that does not pay for ` +
        `${names.decisionMaker(move.decisionMaker)}, and nothing deters ${who}.`
      );
    }
    case 'no-such-move':
      return (
        `${intro}: ${account} has it that if ${who} ${names.move(state, improvement as StateIndex)}, ` +
        `${moveText(view, mismatch.move)}. ${there} there is no such move, and nothing deters ${who}.`
      );
    case 'improvement':
      return `${intro}: in ${account} no move pays for it undeterred. ${there} it would gain by another one${improvementText(found, base, mismatch.to)}.`;
    default:
      return `${intro} by ${account}; in ${other} it would leave. The two differ in more than one place.`;
  }
}

function moveText(conflict: Conflict, { decisionMaker, from, to }: ReplyMove): string {
  const names = namesOf(conflict);
  return `${names.decisionMaker(decisionMaker)} ${names.move(from, to)}`;
}

/** The improvement that the account measured against gives, and the premise it rests on there. */
function improvementText({ seer }: Misperception, base: Conflict, to: StateIndex): string {
  const place = base.account.decisionMakers.findIndex(({ id }) => id === seer.id);
  const names = namesOf(base);
  return place < 0 ? '' : `, to ${names.situation(to)} there`;
}

/** The premise by which an account prefers one situation to another, in brackets; nothing where it has none. */
function premiseOf(conflict: Conflict, dm: number, better: StateIndex, worse: StateIndex): string {
  const premise = decidingPremise(conflict, dm, better, worse);
  return premise === undefined ? '' : ` (premise ${premiseName(premise)})`;
}

/** Who would leave what others expect to hold, by its own account. */
export function leaverText({ seer, state, improvement }: Expectation['leavers'][number]): string {
  const { conflict } = seer.view;
  const names = namesOf(conflict);
  const who = names.decisionMaker(seer.place);
  const sees =
    conflict.account.id === 'base' ? 'the base, which it sees' : `${accountName(conflict)}, its own`;
  if (improvement === undefined) return `${who} would leave it by ${sees}.`;
  return (
    `${who} would leave it: in ${sees}, it gains if it ${names.move(state, improvement)}` +
    `${premiseOf(conflict, seer.place, improvement, state)}.`
  );
}
