// Checks that a witness proves a verdict, from the moves and preferences alone; shares nothing with what found it.
import type { Concept, GraphModel, StateIndex } from '../model/index.ts';
import { compare, decisionMakersOf, movesFrom } from '../model/index.ts';
import { requireDecisionMaker, requireState } from './guard.ts';
import type { Reply, Sanctions, Step, Witness } from './solution.ts';

/** Whether a witness proves its verdict, and if not, why. */
export type Checked = { readonly ok: true } | { readonly ok: false; readonly reason: string };

/**
 * Does the witness prove that `s` is stable (or is not) for `dm` under `concept`, in every completion?
 *
 * Stable: nothing within one move is better or may be; or each such improvement has a legal reply by the others to a
 * state that is no better. Not stable: one improvement has no such reply, which is searched for here anew.
 * Rules [WIT3], [WIT4].
 * @param stable - the verdict that the witness is to prove
 * @returns `reason` in one sentence, for a log or a test, where it does not
 * @throws ImpasseError E2001 if there is no such decision maker or state
 * @complexity O(length of the witness), for `open` O(n · moves)
 */
export function checkWitness(
  model: GraphModel,
  concept: Concept,
  dm: number,
  s: StateIndex,
  stable: boolean,
  witness: Witness,
  sanctions: Sanctions = 'legal',
): Checked {
  requireDecisionMaker(model, dm);
  requireState(model, s);
  const at: Question = { model, concept, dm, s, sanctions };
  if (stable !== (witness.kind !== 'open')) return no(`${witness.kind} cannot prove this verdict`);
  if (witness.kind === 'open') return checkOpen(at, witness.improvement);
  const improvements = movesFrom(model.moves, dm, s).filter((s1) => mayImprove(at, s1));
  if (witness.kind === 'no-improvement')
    return improvements.length === 0 ? yes : no(`state ${improvements[0]} may be an improvement`);
  if (concept === 'nash' && improvements.length > 0) return no('under nash nothing deters');
  for (const reply of witness.replies) {
    if (!improvements.includes(reply.improvement)) return no(`state ${reply.improvement} is no improvement`);
    const wrong = wrongWith(at, reply);
    if (wrong !== undefined) return no(`the reply to ${reply.improvement}: ${wrong}`);
  }
  const answered = new Set(witness.replies.map(({ improvement }) => improvement));
  const missed = improvements.find((s1) => !answered.has(s1));
  return missed === undefined ? yes : no(`the improvement ${missed} has no reply`);
}

interface Question {
  readonly model: GraphModel;
  readonly concept: Concept;
  readonly dm: number;
  readonly s: StateIndex;
  readonly sanctions: Sanctions;
}

const yes: Checked = { ok: true };
const no = (reason: string): Checked => ({ ok: false, reason });

/** An unknown pair may be an improvement, and so has to be answered. */
function mayImprove({ model, dm, s }: Question, s1: StateIndex): boolean {
  const word = compare(model.relations[dm], s1, s);
  return word === '>' || word === '?';
}

function deters(at: Question, s2: StateIndex): boolean {
  const { model, dm, concept } = at;
  if (mayImprove(at, s2)) return false;
  if (concept === 'gmr' || concept === 'seq') return true;
  return !movesFrom(model.moves, dm, s2).some((s3) => mayImprove(at, s3));
}

/** May `by` make this move in a reply? Under seq and sseq it has to improve on the state that it leaves. */
function mayMove({ model, concept }: Question, by: number, from: StateIndex, to: StateIndex): boolean {
  if (!movesFrom(model.moves, by, from).includes(to)) return false;
  return (concept !== 'seq' && concept !== 'sseq') || compare(model.relations[by], to, from) === '>';
}

/** May `by` move now, after those who have moved? */
function mayFollow(sanctions: Sanctions, moved: readonly number[], by: number): boolean {
  if (sanctions === 'single') return moved.length === 0;
  return sanctions === 'once' ? !moved.includes(by) : moved.at(-1) !== by;
}

function wrongWith(at: Question, { improvement, path }: Reply): string | undefined {
  const n = decisionMakersOf(at.model);
  let state = improvement;
  const moved: number[] = [];
  for (const { decisionMaker: by, to } of path as readonly Step[]) {
    if (!(Number.isInteger(by) && by >= 0 && by < n)) return `there is no decision maker ${by}`;
    if (by === at.dm) return 'the decision maker itself moves in it';
    if (!mayFollow(at.sanctions, moved, by)) return `decision maker ${by} moves out of turn`;
    if (!mayMove(at, by, state, to)) return `decision maker ${by} cannot or would not move ${state} to ${to}`;
    moved.push(by);
    state = to;
  }
  return deters(at, state) ? undefined : `state ${state} does not deter`;
}

function checkOpen(at: Question, improvement: StateIndex): Checked {
  const { model, concept, dm, s } = at;
  if (!movesFrom(model.moves, dm, s).includes(improvement)) return no(`no move leads to ${improvement}`);
  if (!mayImprove(at, improvement)) return no(`state ${improvement} is no improvement`);
  if (concept === 'nash') return yes;
  const found = someReply(at, improvement);
  return found === undefined ? yes : no(`a reply deters it at state ${found}`);
}

/** A state at which some reply deters: depth first over states and whatever of the past still binds. */
function someReply(at: Question, improvement: StateIndex): StateIndex | undefined {
  const n = decisionMakersOf(at.model);
  const seen = new Set<string>();
  const stack: { readonly state: StateIndex; readonly moved: readonly number[] }[] = [
    { state: improvement, moved: [] },
  ];
  for (let top = stack.pop(); top !== undefined; top = stack.pop()) {
    const { state, moved } = top;
    for (let by = 0; by < n; by += 1) {
      if (by === at.dm || !mayFollow(at.sanctions, moved, by)) continue;
      for (const to of movesFrom(at.model.moves, by, state)) {
        if (!mayMove(at, by, state, to)) continue;
        if (deters(at, to)) return to;
        const past = at.sanctions === 'legal' ? [by] : [...moved, by].sort((a, b) => a - b);
        const name = `${to} ${past.join(' ')}`;
        if (seen.has(name)) continue;
        seen.add(name);
        stack.push({ state: to, moved: past });
      }
    }
  }
  return undefined;
}
