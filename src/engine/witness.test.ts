// Tests the reasons that are given for verdicts, by conflicts where the reason is known.
import { describe, expect, test } from 'vitest';
import { arcModel, optionModel, preorder, twoByTwo, withArcs } from '../../tests/support/models.ts';
import { indexIn, modelOf, placeOf, publishedConflict } from '../../tests/support/published.ts';
import { tinyThreeParty } from '../../tests/support/tiny.ts';
import { concepts } from '../model/index.ts';
import { checkWitness } from './check-witness.ts';
import { witness } from './witness.ts';

const dilemma = twoByTwo('NY YY NN YN', 'YN YY NN NY');

describe('witness', () => {
  test('nothing better within one move [WIT1]', () => {
    for (const concept of concepts)
      expect(witness(dilemma, concept, 0, 0)).toEqual({ kind: 'no-improvement' });
  });

  test('cooperation is left under nash, and held by defection under the rest [WIT1]', () => {
    expect(witness(dilemma, 'nash', 0, 3)).toEqual({ kind: 'open', improvement: 2 });
    for (const concept of ['gmr', 'smr', 'seq', 'sseq'] as const)
      expect(witness(dilemma, concept, 0, 3)).toEqual({
        kind: 'deterred',
        replies: [{ improvement: 2, path: [{ decisionMaker: 1, to: 0 }] }],
      });
  });

  test('a threat that is not credible leaves the move open under seq [WIT1]', () => {
    const chicken = twoByTwo('NY YY YN NN', 'YN YY NY NN');
    expect(witness(chicken, 'smr', 0, 3).kind).toBe('deterred');
    expect(witness(chicken, 'seq', 0, 3)).toEqual({ kind: 'open', improvement: 2 });
  });

  test('the reply through three parties, legal where each may move again and open where not [WIT1, WIT2, SAN4]', () => {
    const path = [
      { decisionMaker: 2, to: 2 },
      { decisionMaker: 0, to: 3 },
      { decisionMaker: 2, to: 4 },
    ];
    const reply = { kind: 'deterred', replies: [{ improvement: 1, path }] };
    expect(witness(tinyThreeParty, 'gmr', 1, 0)).toEqual(reply);
    expect(witness(withArcs(tinyThreeParty), 'gmr', 1, 0)).toEqual(reply);
    expect(witness(tinyThreeParty, 'gmr', 1, 0, { sanctions: 'once' })).toEqual({
      kind: 'open',
      improvement: 1,
    });
    // The verdict of older tools is no proof under legal sequences.
    expect(checkWitness(tinyThreeParty, 'gmr', 1, 0, false, { kind: 'open', improvement: 1 })).toMatchObject({
      ok: false,
    });
  });

  test('the shortest of several replies [WIT2]', () => {
    // The first leaves 0 for 1. The second can deter at once (1 → 4), the third and second in two moves.
    const arcs = [
      [[0, 1]],
      [
        [1, 4],
        [2, 3],
      ],
      [[1, 2]],
    ] as const;
    const ranks = [preorder([1, 2, 2, 0, 0]), preorder([0, 0, 0, 1, 1]), preorder([0, 0, 1, 0, 0])];
    expect(witness(arcModel(5, arcs, ranks), 'seq', 0, 0)).toEqual({
      kind: 'deterred',
      replies: [{ improvement: 1, path: [{ decisionMaker: 1, to: 4 }] }],
    });
  });

  test('an improvement that may be one has to be answered too [WIT5]', () => {
    const unsure = {
      ...dilemma,
      relations: [
        { kind: 'partial' as const, rankings: [Int32Array.of(1, 0, 3, 2)], unknown: new Set([0 * 4 + 1]) },
        dilemma.relations[1]!,
      ],
    };
    expect(witness(dilemma, 'nash', 0, 0)).toEqual({ kind: 'no-improvement' });
    expect(witness(unsure, 'nash', 0, 0)).toEqual({ kind: 'open', improvement: 1 });
  });

  test('states and decision makers outside the model are refused [SOL4]', () => {
    expect(() => witness(dilemma, 'nash', 2, 0)).toThrow('E2001');
    expect(() => witness(dilemma, 'nash', 0, 4)).toThrow('E2001');
    expect(() => witness(dilemma, 'nash', 0, -1)).toThrow('E2001');
    expect(() => checkWitness(dilemma, 'nash', 0, 0.5, true, { kind: 'no-improvement' })).toThrow('E2001');
  });

  test('large option form: the nearest reply and an open move among a million states [WIT1, WIT2]', () => {
    const size = 2 ** 20;
    // Each likes its own first option taken, and fewer options taken by the next one.
    const owners = [0, 1, 2, 3];
    const relations = owners.map((dm) =>
      preorder(
        Int32Array.from(
          { length: size },
          (_, s) => ((s >> (5 * dm)) & 1) + 2 * ((s >> (5 * ((dm + 1) % 4))) & 1),
        ),
      ),
    );
    const model = optionModel({ options: [5, 5, 5, 5], relations });
    const open = witness(model, 'seq', 0, 32);
    expect(open).toEqual({ kind: 'open', improvement: 33 });
    const held = witness(model, 'gmr', 3, 1);
    expect(held.kind).toBe('deterred');
    expect(checkWitness(model, 'gmr', 3, 1, true, held)).toEqual({ ok: true });
  });
});

describe('where a print contradicts the definitions', () => {
  test('North Korea, pacifist: state 14 is held by the US’s own next step, no simultaneous move needed [SEQ1]', () => {
    const conflict = publishedConflict('north-korea-2017-pacifist');
    const [entry] = conflict.disagreements!;
    const model = modelOf(conflict);
    const [nk, us] = [placeOf(conflict, entry!.decisionMaker), placeOf(conflict, 'US')];
    const [s14, s6, s4] = [14, 6, 4].map((id) => indexIn(conflict, id));
    const reason = witness(model, entry!.concept, nk, s14!);
    expect(reason).toEqual({
      kind: 'deterred',
      replies: [{ improvement: s6, path: [{ decisionMaker: us, to: s4 }] }],
    });
    expect(checkWitness(model, entry!.concept, nk, s14!, true, reason)).toEqual({ ok: true });
  });
});
