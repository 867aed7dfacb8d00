// Tests that the checker refuses what proves nothing, each kind of fault by name.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, preorder, twoByTwo } from '../../tests/support/models.ts';
import type { Concept } from '../model/index.ts';
import { checkWitness } from './check-witness.ts';
import type { Sanctions, Step, Witness } from './solution.ts';

const dilemma = twoByTwo('NY YY NN YN', 'YN YY NN NY');
const chicken = twoByTwo('NY YY YN NN', 'YN YY NY NN');
const reply = (improvement: number, ...path: Step[]): Witness => ({
  kind: 'deterred',
  replies: [{ improvement, path }],
});
const by = (decisionMaker: number, to: number): Step => ({ decisionMaker, to });

/** The first leaves 0 for 1; the second goes on to 2, the third to 3, the second to 4, where the first is worst off. */
const chain = arcModel(
  5,
  [
    [[0, 1]],
    [
      [1, 2],
      [3, 4],
    ],
    [
      [2, 3],
      [1, 4],
    ],
  ],
  [preorder([1, 2, 2, 2, 0]), preorder([0, 0, 1, 1, 2]), preorder([0, 0, 0, 1, 0])],
);

describe('a witness that proves its verdict is accepted', () => {
  test.each<[string, Witness, boolean, Concept]>([
    ['nothing better', { kind: 'no-improvement' }, true, 'nash'],
    ['an open move', { kind: 'open', improvement: 2 }, false, 'nash'],
    ['a credible reply', reply(2, by(1, 0)), true, 'seq'],
  ])('%s [WIT3]', (_, witness, stable, concept) => {
    const s = witness.kind === 'no-improvement' ? 0 : 3;
    expect(checkWitness(dilemma, concept, 0, s, stable, witness)).toEqual({ ok: true });
  });

  test('a reply of three moves [WIT3, SAN3]', () => {
    const long = reply(1, by(1, 2), by(2, 3), by(1, 4));
    expect(checkWitness(chain, 'seq', 0, 0, true, long)).toEqual({ ok: true });
  });
});

describe('one that does not is refused', () => {
  const refused = (
    what: Parameters<typeof checkWitness>[0],
    concept: Concept,
    s: number,
    stable: boolean,
    witness: Witness,
    sanctions: Sanctions = 'legal',
  ): string => {
    const result = checkWitness(what, concept, 0, s, stable, witness, sanctions);
    return result.ok ? 'accepted' : result.reason;
  };

  test('the kind does not fit the verdict [WIT4]', () => {
    expect(refused(dilemma, 'nash', 0, false, { kind: 'no-improvement' })).toMatch(/cannot prove/);
    expect(refused(dilemma, 'nash', 3, true, { kind: 'open', improvement: 2 })).toMatch(/cannot prove/);
  });

  test('there is an improvement after all [WIT4]', () => {
    expect(refused(dilemma, 'nash', 3, true, { kind: 'no-improvement' })).toMatch(/may be an improvement/);
  });

  test('nash knows no deterrence [WIT4]', () => {
    expect(refused(dilemma, 'nash', 3, true, reply(2, by(1, 0)))).toMatch(/nothing deters/);
  });

  test('an improvement has no reply, or a reply no improvement [WIT4]', () => {
    expect(refused(dilemma, 'seq', 3, true, { kind: 'deterred', replies: [] })).toMatch(/has no reply/);
    expect(refused(dilemma, 'seq', 3, true, reply(1, by(1, 0)))).toMatch(/is no improvement/);
  });

  test('a reply makes a move that its mover does not have, or is nobody’s [WIT4]', () => {
    expect(refused(dilemma, 'gmr', 3, true, reply(2, by(1, 3)))).toMatch(/cannot or would not/);
    expect(refused(dilemma, 'gmr', 3, true, reply(2, by(2, 0)))).toMatch(/no decision maker/);
    expect(refused(dilemma, 'gmr', 3, true, reply(2, by(0, 3)))).toMatch(/itself moves/);
  });

  test('a reply is not credible [WIT4]', () => {
    expect(refused(chicken, 'gmr', 3, true, reply(2, by(1, 0)))).toBe('accepted');
    expect(refused(chicken, 'seq', 3, true, reply(2, by(1, 0)))).toMatch(/cannot or would not/);
  });

  test('a mover is out of turn [WIT4, SAN3, SAN4, SAN5]', () => {
    const cube = optionModel({
      options: [1, 2],
      relations: [preorder([1, 2, 1, 2, 2, 2, 2, 0]), preorder([0, 0, 0, 0, 0, 0, 0, 0])],
    });
    expect(refused(cube, 'gmr', 0, true, reply(1, by(1, 3), by(1, 7)))).toMatch(/out of turn/);
    const long = reply(1, by(1, 2), by(2, 3), by(1, 4));
    expect(refused(chain, 'gmr', 0, true, long)).toBe('accepted');
    expect(refused(chain, 'gmr', 0, true, long, 'once')).toMatch(/out of turn/);
    const two = arcModel(
      4,
      [[[0, 1]], [[1, 2]], [[2, 3]]],
      [0, 1, 2].map(() => preorder([1, 2, 2, 0])),
    );
    const both = reply(1, by(1, 2), by(2, 3));
    expect(refused(two, 'gmr', 0, true, both, 'once')).toBe('accepted');
    expect(refused(two, 'gmr', 0, true, both, 'single')).toMatch(/out of turn/);
  });

  test('the end deters nobody, or a counter-move escapes it [WIT4]', () => {
    expect(refused(dilemma, 'gmr', 3, true, reply(2))).toMatch(/does not deter/);
    // Answered at YY, the first counters with NY, which it likes best.
    const countered = optionModel({
      options: [1, 1],
      relations: [preorder([1, 2, 3, 0]), preorder([0, 0, 1, 1])],
    });
    expect(refused(countered, 'seq', 0, true, reply(1, by(1, 3)))).toBe('accepted');
    expect(refused(countered, 'sseq', 0, true, reply(1, by(1, 3)))).toMatch(/does not deter/);
  });

  test('an open move is none, or is answered [WIT4]', () => {
    expect(refused(dilemma, 'nash', 3, false, { kind: 'open', improvement: 0 })).toMatch(/no move leads/);
    expect(refused(dilemma, 'nash', 2, false, { kind: 'open', improvement: 3 })).toMatch(/no improvement/);
    expect(refused(dilemma, 'seq', 3, false, { kind: 'open', improvement: 2 })).toMatch(/a reply deters/);
    expect(refused(chain, 'gmr', 0, false, { kind: 'open', improvement: 1 }, 'legal')).toMatch(/deters/);
    expect(refused(chain, 'seq', 0, false, { kind: 'open', improvement: 1 }, 'legal')).toMatch(/deters/);
    expect(refused(chain, 'seq', 0, false, { kind: 'open', improvement: 1 }, 'once')).toBe('accepted');
  });
});
