// Holds patterns and option names to their rules.
import { describe, expect, test } from 'vitest';
import type { Option } from './case.ts';
import { optionNames } from './option-names.ts';
import { parsePattern, parseStatePattern } from './pattern.ts';

const keys = ['a', 'b', 'c'];
const problems = (pattern: string) =>
  parsePattern(pattern, keys).problems.map(({ code, start, end }) => [code, start, end]);

describe('patterns', () => {
  test('[EXP10] one letter for each option, in order', () => {
    expect(parsePattern('YN-', keys).value).toEqual({
      kind: 'and',
      of: [
        { kind: 'option', key: 'a' },
        { kind: 'not', of: { kind: 'option', key: 'b' } },
      ],
    });
    expect(parsePattern('--N', keys).value).toEqual({ kind: 'not', of: { kind: 'option', key: 'c' } });
    expect(parsePattern('---', keys).value).toEqual({ kind: 'constant', value: true });
  });

  test('[EXP10] a wrong length is E1105, located where letters are missing or too many', () => {
    expect(problems('YN')).toEqual([['E1105', 2, 2]]);
    expect(problems('YNYN-')).toEqual([['E1105', 3, 5]]);
    expect(parsePattern('Y', keys).problems[0]?.expected).toBe(
      '3 letters, one for each option in order: a, b, c',
    );
  });

  test('[EXP10] each wrong letter is E1106', () => {
    expect(problems('yNx')).toEqual([
      ['E1106', 0, 1],
      ['E1106', 2, 3],
    ]);
    expect(problems('Y💥-')).toEqual([['E1106', 1, 3]]);
  });

  test('[EXP11] a state leaves nothing open', () => {
    expect(parseStatePattern('YNY', keys).value).toEqual(['a', 'c']);
    expect(parseStatePattern('NNN', keys).value).toEqual([]);
    expect(parseStatePattern('Y-Y', keys).problems).toEqual([
      expect.objectContaining({ code: 'E1106', start: 1, message: expect.stringContaining('b open') }),
    ]);
    expect(parseStatePattern('YY', keys).problems[0]?.code).toBe('E1105');
  });
});

describe('names of options', () => {
  const option = (decisionMaker: string, id: string, key = id): Option => ({
    key,
    id,
    name: id,
    decisionMaker,
    direction: 'both',
  });
  const all = [option('x', 'stop', 'x.stop'), option('y', 'stop', 'y.stop'), option('y', 'release')];
  const names = optionNames(all, all.slice(0, 2), 'account `k`');

  test('[EXP8] an id, or an id with its decision maker', () => {
    const whole = optionNames(all);
    expect(whole('release')).toEqual({ key: 'release' });
    expect(whole('y.release')).toEqual({ key: 'release' });
    expect(whole('x.stop')).toEqual({ key: 'x.stop' });
  });

  test('[EXP8] an id that is not unique is E1202, one not modelled E1203, an unknown one E1201', () => {
    expect(names('stop')).toMatchObject({ code: 'E1202', expected: '`x.stop` or `y.stop`' });
    expect(names('release')).toMatchObject({
      code: 'E1203',
      message: expect.stringContaining('account `k`'),
    });
    expect(names('x.sotp')).toMatchObject({ code: 'E1201', nearest: 'x.stop' });
    expect(names('elephant')).toMatchObject({ code: 'E1201' });
    expect(names('elephant')).not.toHaveProperty('nearest');
  });
});
