// Holds unlocking to what an independent engine found for the worked example, and to what the gallery teaches.
import { describe, expect, test } from 'vitest';
import type { Edit, EditKind, Reach, Unlocked, UnlockQuestion } from '../../src/analysis/index.ts';
import {
  allEditKinds,
  defaultUnlockQuestion,
  editKinds,
  ownersOf,
  unlockOf,
} from '../../src/analysis/index.ts';
import type { Concept } from '../../src/model/index.ts';
import { conflictOf, stateName } from '../../src/model/index.ts';
import { expectGolden } from '../support/golden.ts';
import { caseFolders, caseIn } from './case-files.ts';

function unlocked(folder: string, id: string, question: Partial<UnlockQuestion> = {}): Unlocked {
  const value = caseIn(folder);
  const account = value.accounts.find((each) => each.id === id);
  const conflict = account === undefined ? undefined : conflictOf(account).value;
  if (conflict === undefined) throw new Error(`no conflict ${id}`);
  return unlockOf(conflict, value.offers, { ...defaultUnlockQuestion, ...question });
}

const ukraine = 'cases/ukraine-2022';
const plainKinds: readonly EditKind[] = ['drop', 'negate', 'move'];
const names: Readonly<Record<string, string>> = { russia: 'Russia', ukraine: 'Kyiv', west: 'West' };

function short(edit: Edit): string {
  const who = ownersOf(edit)
    .map((id) => names[id])
    .join(' and ');
  if (edit.kind === 'move') return `${who} move ${edit.from}→${edit.to}`;
  return `${who} ${edit.kind}${'place' in edit ? ` ${edit.place + 1}` : ''}`;
}

/** The single changes that open an agreement by one criterion. */
function cell(id: string, concept: Concept, reach: Reach, isDealNeeded = false): string {
  const { holds, found } = unlocked(ukraine, id, { concept, reach, maxEdits: 1, kinds: plainKinds });
  if (holds.length > 0) return 'holds';
  const sets = found.filter(({ opens }) => !isDealNeeded || opens.some(({ deal }) => deal));
  return sets.length === 0
    ? 'none'
    : sets
        .map(({ edits }) => edits.map(short).join(' + '))
        .sort()
        .join('; ');
}

describe('Ukraine, November 2022: single changes of statements that unlock, by criterion', () => {
  const accounts = ['A', 'B-pressure-not-enough', 'C', 'B', 'D'];
  const rows = accounts.map((id) => ({
    account: id,
    'nash any': cell(id, 'nash', 'any'),
    'nash moves': cell(id, 'nash', 'moves'),
    'nash improvements': cell(id, 'nash', 'improvements'),
    'nash deal': cell(id, 'nash', 'any', true),
    'seq any': cell(id, 'seq', 'any'),
    'seq moves': cell(id, 'seq', 'moves'),
    'seq improvements': cell(id, 'seq', 'improvements'),
  }));
  const dropsAndOpposites = 'Kyiv drop 2; Kyiv negate 2; Russia drop 1; Russia negate 1';

  test('the table is that of the independent engine', () => {
    const seqA =
      'Kyiv drop 2; Kyiv negate 2; Russia drop 1; Russia move 1→2; Russia move 1→3; Russia move 1→4; Russia move 3→1; Russia negate 1';
    const seqB =
      'Russia drop 1; Russia move 1→2; Russia move 1→3; Russia move 1→4; Russia move 1→5; Russia move 3→1; Russia move 5→1; Russia negate 1';
    const row = (account: string, ...cells: readonly string[]): Record<string, string | undefined> => ({
      account,
      'nash any': cells[0],
      'nash moves': cells[0],
      'nash improvements': cells[1],
      'nash deal': cells[2],
      'seq any': cells[3],
      'seq moves': cells[3],
      'seq improvements': cells[4],
    });
    const one = 'Russia negate 1';
    expect(rows).toEqual([
      row('A', dropsAndOpposites, 'Kyiv negate 2', 'Russia drop 1; Russia negate 1', seqA, 'Kyiv negate 2'),
      row('B-pressure-not-enough', one, one, one, seqB, one),
      row('C', 'none', 'none', 'none', 'Russia drop 1; Russia move 1→5', 'none'),
      row('B', 'holds', 'holds', 'holds', 'holds', 'holds'),
      row('D', 'holds', 'none', 'holds', 'holds', 'none'),
    ]);
  });

  test('the table as it is printed', () => {
    const lines = rows.map((row) =>
      Object.entries(row)
        .map(([name, text]) => `${name}: ${text}`)
        .join('\n  '),
    );
    expectGolden('unlock/ukraine-2022-table.txt', `${lines.join('\n')}\n`);
  });

  test('the West stands in no cell', () => {
    expect(JSON.stringify(rows)).not.toContain('West');
  });

  test('account D: nothing but a joint move of all three, which the headline names', () => {
    const { headlineHolds, found } = unlocked(ukraine, 'D');
    expect(headlineHolds).toMatchObject([{ deal: true, reachable: 'joint', path: [{ movers: [0, 1, 2] }] }]);
    expect(found.map(({ edits }) => edits)).toEqual([
      [{ kind: 'joint', members: ['russia', 'ukraine', 'west'] }],
    ]);
  });

  test('the wider kinds add: what they find for A, C and E is on record', () => {
    const lines = ['A', 'C', 'E'].flatMap((id) => {
      const { headline, found } = unlocked(ukraine, id);
      const told = (sets: Unlocked['found']): readonly string[] =>
        sets.map(({ edits, opens, conflict }) => {
          const texts = edits.map(
            (edit) =>
              `${short(edit)}${'option' in edit ? ` ${edit.option}` : 'options' in edit ? ` ${edit.options.join('+')}` : ''}`,
          );
          const states = opens.map(
            ({ state, reachable, deal }) =>
              `${stateName(conflict, state)} ${reachable}${deal ? ' deal' : ''}`,
          );
          return `  ${texts.join(' & ')} => ${states.join(', ')}`;
        });
      return [`${id} headline`, ...told(headline), `${id} as asked`, ...told(found)];
    });
    expectGolden('unlock/ukraine-2022-pairs.txt', `${lines.join('\n')}\n`);
  });
});

describe('the other cases', () => {
  test('Elmira: the Ministry and Uniroyal together open state 10, from where improvements lead', () => {
    const { found, headlineHolds } = unlocked('cases/gallery/elmira-1991', 'base');
    expect(found.map(({ edits }) => edits)).toEqual(
      [[{ kind: 'joint', members: ['moe', 'uniroyal'] }]].map((edits) =>
        edits.map((edit) => ({ ...edit, members: expect.any(Array) })),
      ),
    );
    expect(found[0]?.opens).toMatchObject([{ state: 9, reachable: 'joint' }]);
    expect(headlineHolds).toMatchObject([{ state: 9, reachable: 'joint', deal: true }]);
  });

  test('the shared laboratory needs simultaneity: a joint move, or the two steps as one package', () => {
    const { found } = unlocked('cases/gallery/shared-laboratory', 'base');
    expect(found.map(({ edits }) => edits.map(({ kind }) => kind)).sort()).toEqual([['joint'], ['link']]);
  });

  test.each(caseFolders)('%s: what is found is minimal, holds, and is reached as asked', (folder) => {
    for (const { id, variant } of caseIn(folder).accounts) {
      if (variant) continue;
      const { found, headline, exhausted, conflict } = unlocked(folder, id, {
        maxEdits: folder === ukraine ? 1 : 2,
      });
      expect(exhausted).toBe(true);
      for (const { opens, edits } of found) {
        expect(edits.length).toBeGreaterThan(0);
        for (const { equilibrium, reachable } of opens) {
          expect(equilibrium).toContain('nash');
          expect(['improvements', 'joint']).toContain(reachable);
        }
      }
      for (const { opens } of headline)
        for (const { deal, kept } of opens) {
          expect(deal).toBe(true);
          expect(kept?.kept).toBe(true);
        }
      expect(conflict.account.id).toBe(id);
    }
  });
});

test('every kind but the diagnostic one is tried by default', () => {
  expect(allEditKinds.filter((kind) => !(editKinds as readonly EditKind[]).includes(kind))).toEqual([
    'negate',
  ]);
  expect(defaultUnlockQuestion).toMatchObject({ concept: 'nash', reach: 'improvements', maxEdits: 2 });
});
