// Shows that coders are compared on what they both coded: documents, units and fields.
import { describe, expect, test } from 'vitest';
import { codedIn } from '../../../tests/support/coded.ts';
import { agreementOf } from './agreement.ts';
import { matchUnits, ratingOf } from './match-units.ts';

const body = 'We will not go. They must stop now. It may rain. Nothing else matters here.';
const bodies = new Map([
  ['d1', body],
  ['d2', body],
]);

const ann = [
  codedIn(body, 'We will not go', { id: 'a1', kind: 'refusal', stance: -2 }),
  codedIn(body, 'They must stop now', { id: 'a2', kind: 'demand', stance: 2 }),
  codedIn(body, 'It may rain', { id: 'a3', kind: 'prediction', stance: null }),
];
const bob = [
  codedIn(body, 'We will not go.', { id: 'b1', coder: 'bob', kind: 'refusal', stance: -1 }),
  codedIn(body, 'must stop now', { id: 'b2', coder: 'bob', kind: 'position', stance: 'conditional' }),
  codedIn(body, 'Nothing else matters', { id: 'b3', coder: 'bob', kind: 'position', stance: 0 }),
];

describe('matched units', () => {
  test('[AGR9] spans that overlap by half are one unit; what one coder alone marked is a unit of its own', () => {
    const units = matchUnits([...ann, ...bob], ['ann', 'bob'], body);
    expect(units.map(({ statements }) => statements.map((each) => each?.id ?? null))).toEqual([
      ['a1', 'b1'],
      ['a2', 'b2'],
      ['a3', null],
      [null, 'b3'],
    ]);
  });

  test('[AGR9] a unit has one statement of a coder at most, the one that overlaps most', () => {
    const twice = [
      codedIn(body, 'We will not', { id: 'a1' }),
      codedIn(body, 'We will not go', { id: 'a2' }),
      codedIn(body, 'We will not go', { id: 'b1', coder: 'bob' }),
    ];
    const units = matchUnits(twice, ['ann', 'bob'], body);
    expect(units.map(({ statements }) => statements.map((each) => each?.id ?? null))).toEqual([
      ['a1', null],
      ['a2', 'b1'],
    ]);
  });

  test('[AGR9] three coders share a unit', () => {
    const three = ['ann', 'bob', 'eve'].map((coder) => codedIn(body, 'It may rain', { id: coder, coder }));
    expect(matchUnits(three, ['ann', 'bob', 'eve'], body)).toHaveLength(1);
  });

  test('[AGR9] names compare as sets; what is not coded is no value; a condition has no place in the order', () => {
    const [first, second] = [
      codedIn(body, 'rain', { speaker: ['b', 'a'] }),
      codedIn(body, 'rain', { speaker: ['a', 'b'] }),
    ];
    expect(ratingOf(first, 'speaker', 'nominal')).toBe(ratingOf(second, 'speaker', 'nominal'));
    expect(ratingOf(codedIn(body, 'rain', { holder: [] }), 'holder', 'nominal')).toBeNull();
    expect(ratingOf(codedIn(body, 'rain', { stance: null }), 'stance', 'nominal')).toBeNull();
    expect(ratingOf(codedIn(body, 'rain', { stance: 'conditional' }), 'stance', 'ordinal')).toBeNull();
    expect(ratingOf(codedIn(body, 'rain', { stance: 'conditional' }), 'stance', 'nominal')).toBe(
      'conditional',
    );
    expect(ratingOf(codedIn(body, 'rain', { quoted: true }), 'quoted', 'nominal')).toBe('yes');
  });
});

describe('agreement of coders', () => {
  const found = agreementOf([...ann, ...bob], bodies, ['ann', 'bob']);

  test('[AGR10] every field of the units that both coded', () => {
    expect(found).toMatchObject({ documents: ['d1'], notCompared: [], statements: [3, 3], shared: 2 });
    const kind = found.fields.find(({ field }) => field === 'kind');
    expect(kind?.percent).toMatchObject({ value: 1 / 2, units: 2 });
    // Both give a refusal once; ann a demand, bob a position: by chance 1/2 · 1/2.
    expect(kind?.cohen).toMatchObject({ value: (1 / 2 - 1 / 4) / (3 / 4), expected: 1 / 4 });
    const stance = found.fields.filter(({ field }) => field === 'stance');
    expect(stance.map(({ level, percent }) => [level, percent.units])).toEqual([
      ['nominal', 2],
      ['ordinal', 1],
    ]);
  });

  test('[AGR10] spans of both, and where units begin and end', () => {
    expect(found.spans).toHaveLength(1);
    expect(found.spans[0]?.scores.exact).toMatchObject({ hits: 0, f1: 0 });
    expect(found.spans[0]?.scores.soft).toMatchObject({ hits: 2, f1: 2 / 3 });
    expect(found.unitizing.alike).toMatchObject({ units: 6 });
    expect(found.unitizing.byKind.categories.get('refusal')?.units).toBe(2);
    const same = agreementOf([...ann, ...ann.map((each) => ({ ...each, coder: 'bob' }))], bodies, [
      'ann',
      'bob',
    ]);
    expect(same.unitizing.byKind.value).toBe(1);
  });

  test('[AGR1] a document without a statement of every coder is not compared', () => {
    const more = [...ann, ...bob, ...ann.map((each) => ({ ...each, document: 'd2' }))];
    const again = agreementOf(more, bodies, ['ann', 'bob']);
    expect(again.notCompared).toEqual(['d2']);
    expect({ ...again, notCompared: [] }).toEqual(found);
  });

  test('[AGR1] rejected statements, other coders and text that nobody coded count nowhere', () => {
    const rejected = codedIn(body, 'Nothing else matters', { id: 'a4', status: 'rejected' });
    const other = codedIn(body, 'It may rain', { id: 'e1', coder: 'eve' });
    expect(agreementOf([...ann, ...bob, rejected, other], bodies, ['ann', 'bob'])).toEqual(found);
    const longer = new Map([['d1', body + ' And so on.'.repeat(50)]]);
    const again = agreementOf([...ann, ...bob], longer, ['ann', 'bob']);
    expect({ ...again, unitizing: found.unitizing }).toEqual(found);
  });

  test('[AGR10] three coders: pairs of spans, no kappa of Cohen', () => {
    const eve = ann.map((each) => ({ ...each, coder: 'eve' }));
    const three = agreementOf([...ann, ...bob, ...eve], bodies, ['ann', 'bob', 'eve']);
    expect(three.spans.map(({ between }) => between.join())).toEqual(['ann,bob', 'ann,eve', 'bob,eve']);
    expect(three.fields[0]?.cohen).toBeUndefined();
    expect(three.fields[0]?.fleiss.units).toBe(2);
  });
});
