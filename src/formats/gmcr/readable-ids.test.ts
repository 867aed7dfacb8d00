// Checks that names become ids that can be read and used in expressions.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isId, isPattern } from '../../model/index.ts';
import { cleanName, readableId } from './readable-ids.ts';

test.each([
  ['Release Water', 'release_water'],
  ['  Stop: at once! ', 'stop_at_once'],
  ['if', 'if_'],
  ['NOT', 'not_'],
  ['null', 'null_'],
  ['infeasible', 'infeasible_'],
  ['2nd round', 'option_2nd_round'],
  ['!!', 'option'],
  ['Élysée', 'élysée'],
  ['停火', '停火'],
  ['Local government insists on the first order', 'local_government_insists_on_the_first'],
  ['x'.repeat(60), 'x'.repeat(40)],
])('[GMC7] %j becomes %s', (name, id) => {
  expect(readableId(name, 'option', new Set())).toBe(id);
});

test('[GMC7] a second one of the same name gets a number', () => {
  const used = new Set<string>();
  expect(['Talk', 'talk', 'TALK!'].map((name) => readableId(name, 'option', used))).toEqual([
    'talk',
    'talk_2',
    'talk_3',
  ]);
});

test('[GMC7] whatever the name, it is an id and no pattern, seed 5', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (name) => {
      const id = readableId(name, 'option', new Set());
      expect(isId(id) && !isPattern(id)).toBe(true);
    }),
    { seed: 5, numRuns: 3000 },
  );
});

test('[GMC13] a name stands on one line, without what a text file cannot hold', () => {
  expect(cleanName('Release\n\twater\u0000 ', 'x')).toBe('Release water');
  expect(cleanName('a\ud800b\ufffe', 'x')).toBe('a b');
  expect(cleanName('🕊 dove', 'x')).toBe('🕊 dove');
  expect(cleanName(' \n', 'option 1')).toBe('option 1');
});
