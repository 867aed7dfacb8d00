// Shows that codebooks are read with all their problems, and survive being written.
import { describe, expect, test } from 'vitest';
import { readCodebook, writeCodebook } from './codebook.ts';

const text = `actors:
  - { id: lee, name: Ann Lee, aliases: [Lee, the mayor], memberOf: town, roles: [{ role: mayor, from: 2020-01-01 }], decisionMaker: council }
  - { id: town, metonyms: Elling }
concepts:
  - { id: cap, name: Cap on rents, keywords: [cap, "ceiling: rents"], opposite: free, option: cap, value: false }
  - { id: free, parent: cap }
`;
const codebook = {
  actors: [
    {
      id: 'lee',
      name: 'Ann Lee',
      aliases: ['Lee', 'the mayor'],
      metonyms: [],
      memberOf: ['town'],
      roles: [{ role: 'mayor', from: '2020-01-01' }],
      decisionMaker: 'council',
    },
    { id: 'town', name: 'town', aliases: [], metonyms: ['Elling'], memberOf: [], roles: [] },
  ],
  concepts: [
    {
      id: 'cap',
      name: 'Cap on rents',
      keywords: ['cap', 'ceiling: rents'],
      opposite: 'free',
      option: 'cap',
      value: false,
    },
    { id: 'free', name: 'free', keywords: [], parent: 'cap' },
  ],
};

describe('a codebook', () => {
  test('[CBK1] [CBK2] is read: one text for a list of one, the id for a name', () => {
    expect(readCodebook(text, 'c.yaml')).toEqual({ value: codebook, diagnostics: [] });
    expect(readCodebook('actors: []', 'c.yaml').value).toEqual({ actors: [], concepts: [] });
  });

  test('[CBK3] is read back as it was written', () => {
    const written = writeCodebook(codebook);
    expect(readCodebook(written, 'c.yaml')).toEqual({ value: codebook, diagnostics: [] });
    expect(written).not.toMatch(/roles: \[\]|name: town/);
  });

  test('[CBK1] [CBK2] gives all its problems at once, each in its place', () => {
    const wrong = `actors:\n  - { id: lee, nme: x }\n  - { id: lee, memberOf: twon }\n  - { id: town }\nconcepts:\n  - { id: cap, value: maybe, opposite: fre }\n  - { id: free }\n`;
    const { value, diagnostics } = readCodebook(wrong, 'c.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics.map(({ code, at, nearest }) => [code, at?.start.line, nearest])).toEqual(
      expect.arrayContaining([
        ['E1005', 2, 'name'],
        ['E1208', 3, undefined],
        ['E3022', 3, 'town'],
        ['E1007', 6, undefined],
        ['E3022', 6, 'free'],
      ]),
    );
    expect(diagnostics).toHaveLength(5);
  });

  test.each([
    ['- a list', 'E1002'],
    ['', 'E1002'],
    ['actors: [', 'E1001'],
  ])('[CBK1] %j is none', (wrong, code) => {
    const { value, diagnostics } = readCodebook(wrong, 'c.yaml');
    expect(value).toBeUndefined();
    expect(diagnostics[0]?.code).toBe(code);
  });
});
