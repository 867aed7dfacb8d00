// Checks that accounts become games of Gambit only where they are games, profile by profile.
import { describe, expect, test } from 'vitest';
import type { Outcome } from '../base/index.ts';
import { conflictOf } from '../model/index.ts';
import { readCase } from './case/read-case.ts';
import { writeNfg } from './nfg.ts';

function written(text: string): Outcome<string> {
  const { value, diagnostics } = readCase(`impasse: 1\ntitle: Game\n${text}`, { uri: 'game.yaml' });
  expect(diagnostics).toEqual([]);
  return writeNfg(conflictOf(value!.accounts[0]!).value!);
}

const three = `decisionMakers:
  - { id: row, name: Row, options: [{ id: a, name: 'Say "yes"' }, { id: b, name: "Wait\\nlonger \\\\ on" }] }
  - { id: column, name: Column, options: [{ id: c, name: Come }] }
  - { id: nobody, name: Nobody }
infeasible: [a & b]
statusQuo: []
`;

test('[NFG1, NFG2, NFG4] profiles in the order of the states, first decision maker fastest, ranks from 1', () => {
  const { value, diagnostics } = written(`${three}preferences:
  row: { weights: { a: 2, b: 1, c: 4 } }
  column: [c]
`);
  expect(diagnostics.map(({ code }) => code)).toEqual(['W4020']);
  expect(value).toBe(`NFG 1 R "Game: payoffs are ordinal ranks, higher is better"
{ "Row" "Column" "Nobody" }

{
  { "none of it" "Say \\"yes\\"" "Wait longer / on" }
  { "none of it" "Come" }
  { "none of it" }
}
"Ranks order the states and measure nothing: mixed strategies and sums of payoffs have no meaning."

1 1 1
3 1 1
2 1 1
4 2 1
6 2 1
5 2 1
`);
});

describe('[NFG3] what is no game', () => {
  test.each([
    [
      'a bar across decision makers',
      `${three.replace('[a & b]', '[a & c]')}`,
      '4 × 2 × 1 combinations of strategies would be 8 states, and 6 are feasible',
    ],
    ['a one-way option', three.replace('name: Come', 'name: Come, direction: take'), 'c can only go one way'],
    ['forbidden moves', `${three}forbiddenMoves: [{ by: row, from: a, to: b }]\n`, 'a game forbids no moves'],
    [
      'unknown pairs',
      `${three}preferences: { row: { order: unknown, statements: [a, c] } }\n`,
      'the preference of row is not known',
    ],
    [
      'graph form',
      'decisionMakers: [{ id: row }]\nstates: [{ id: s }, { id: t }]\nmoves: { row: { s: [t] } }\nstatusQuo: s\n',
      'it is in graph form',
    ],
  ])('%s', (_, text, why) => {
    const { value, diagnostics } = written(text);
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code }) => code)).toEqual(['E4020']);
    expect(diagnostics[0]?.message).toContain(why);
  });

  test('every reason is given', () => {
    const { diagnostics } = written(
      three.replace('[a & b]', '[a & c]').replace('name: Come', 'name: Come, direction: drop'),
    );
    expect(diagnostics.length).toBe(2);
  });
});
