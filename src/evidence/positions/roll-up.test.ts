// Shows under which name an actor counts.
import { describe, expect, test } from 'vitest';
import { coded } from '../../../tests/support/coded.ts';
import type { Actor } from '../types/codebook.ts';
import { mentionsOf } from './mentions.ts';
import { rollUp } from './roll-up.ts';

const actor = (id: string, more: Partial<Actor> = {}): Actor => ({
  ...{ id, name: `The ${id}`, aliases: [], metonyms: [], memberOf: [], roles: [] },
  ...more,
});
const codebook = {
  actors: [
    actor('envoy', { aliases: ['Ms. Envoy'], memberOf: ['ministry'] }),
    actor('ministry', { memberOf: ['north'], decisionMaker: 'n' }),
    actor('north'),
    actor('left', { memberOf: ['right'] }),
    actor('right', { memberOf: ['left'] }),
  ],
  concepts: [],
};

describe('actors count', () => {
  test.each([
    ['own', ['envoy', 'Ms. Envoy', 'ministry', 'north', 'stranger']],
    ['group', ['north', 'north', 'north', 'north', 'stranger']],
    ['decision-maker', ['n', 'n', 'n', 'north', 'stranger']],
  ] as const)('[POS6] by %s', (level, names) => {
    expect(['envoy', 'Ms. Envoy', 'ministry', 'north', 'stranger'].map(rollUp(codebook, level))).toEqual(
      names,
    );
  });

  test('[POS6] names in any case, and groups in a circle', () => {
    expect(['THE ENVOY', 'left', 'right'].map(rollUp(codebook, 'group'))).toEqual(['north', 'right', 'left']);
  });

  test('[POS6] two holders that become one are one mention', () => {
    const statements = [coded({ holder: ['envoy', 'north', 'stranger'] })];
    const mentions = mentionsOf(statements, new Map(), 'holder', rollUp(codebook, 'group'));
    expect(mentions.map((each) => each.actor)).toEqual(['north', 'stranger']);
  });
});
