// Holds simultaneous sanctioning to the printed tables that have it: GMCR+'s, and those of North Korea, 2017.
import { describe, expect, test } from 'vitest';
import { isSimultaneouslyStable, referenceSolve, solveSimultaneous } from '../../src/engine/index.ts';
import { graphModel, stateName } from '../../src/model/index.ts';
import { analysisOf, caseFolders, caseIn, expectedIn } from '../cases/case-files.ts';
import { arcModel, preorder } from '../support/models.ts';
import { complete, forModels } from '../support/random-models.ts';

interface Printed {
  readonly folder: string;
  readonly column: 'sim' | 'seqOrSim';
}

const printed = caseFolders.flatMap((folder): Printed[] => {
  const { published } = expectedIn(folder);
  const columns = (['sim', 'seqOrSim'] as const).filter(
    (column) =>
      published?.equilibria?.[column] !== undefined ||
      Object.values(published?.stable ?? {}).some((table) => table[column] !== undefined),
  );
  return columns.map((column) => ({ folder, column }));
});

describe('printed tables', () => {
  test('there are nine of them', () => {
    expect(printed).toHaveLength(9);
  });

  test.each(printed)('$folder: $column [SIM1, SIM2]', ({ folder, column }) => {
    const { published } = expectedIn(folder);
    const { conflict } = analysisOf(caseIn(folder), published!.account);
    const rows = solveSimultaneous(graphModel(conflict))[column];
    const named = (holds: (s: number) => boolean): string[] =>
      Array.from({ length: conflict.size }, (_, s) => s)
        .filter(holds)
        .map((s) => stateName(conflict, s));
    const scope = (states: readonly string[]): string[] =>
      states.filter((name) => published!.scope?.includes(name) ?? true).sort();
    for (const [dm, table] of Object.entries(published!.stable ?? {})) {
      const place = conflict.account.decisionMakers.findIndex(({ id }) => id === dm);
      if (table[column] !== undefined)
        expect([dm, scope(named((s) => rows[place]![s] === 1))]).toEqual([dm, [...table[column]].sort()]);
    }
    const equilibria = published!.equilibria?.[column];
    if (equilibria)
      expect(scope(named((s) => rows.every((row) => row[s] === 1)))).toEqual([...equilibria].sort());
  });

  test('need the condition that both would otherwise leave: without it two more states would be stable [SIM2]', () => {
    const folder = 'cases/published/north-korea-2017-pacifist';
    const { conflict } = analysisOf(caseIn(folder), 'base');
    const { sim, seqOrSim } = solveSimultaneous(graphModel(conflict));
    const wider = [0, 1].map((dm) =>
      Array.from({ length: conflict.size }, (_, s) => s)
        .filter((s) => sim[dm]![s] === 1 && seqOrSim[dm]![s] === 0)
        .map((s) => stateName(conflict, s)),
    );
    expect(wider).toEqual([['NYNN', 'NYNY'], []]);
  });
});

describe('random models', () => {
  test('with one improving party SIM is nash for it; the others choose at most one improvement each (seed 461) [SIM1]', () => {
    let held = 0;
    forModels(461, 80, { ...complete, decisionMakers: [2, 3], options: [2, 4] }, (model) => {
      const { stable } = referenceSolve(model);
      const isNash = (dm: number, s: number): boolean => (stable[dm]![s]! & 1) === 1;
      for (const dm of model.relations.keys())
        for (let s = 0; s < model.size; s += 1) {
          const othersRest = model.relations.every((_, other) => other === dm || isNash(other, s));
          const isHeld = isSimultaneouslyStable(model, dm, s);
          if (isNash(dm, s)) expect(isHeld).toBe(true);
          else if (othersRest) expect(isHeld).toBe(false);
          else if (isHeld) held += 1;
        }
    });
    expect(held).toBeGreaterThan(20);
  });

  test('graph form is refused: changes without options cannot be added up [SIM3]', () => {
    const model = arcModel(2, [[[0, 1]]], [preorder([0, 1])]);
    expect(() => isSimultaneouslyStable(model, 0, 0)).toThrow('E2002');
    expect(() => isSimultaneouslyStable(model, 1, 0)).toThrow('E2001');
  });
});
