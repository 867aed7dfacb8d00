// Checks that an account written as a .gmcr file and read again has the same states, moves and rankings.
import { describe, expect, test } from 'vitest';
import { mulberry32 } from '../../src/base/index.ts';
import { importGmcr, readCase, writeGmcr } from '../../src/formats/index.ts';
import type { Conflict, OptionMoves } from '../../src/model/index.ts';
import { conflictOf, denseRank, patternOf } from '../../src/model/index.ts';
import { randomCase } from '../support/random-case.ts';
import { repositoryFiles, textOf } from '../support/repository.ts';

/** What must survive. */
function essence({ size, space, moves, preferences }: Conflict): unknown {
  const { owned, directions } = moves as OptionMoves;
  return {
    states: Array.from({ length: size }, (_, s) => patternOf(space!, s)),
    owned,
    directions,
    ranks: preferences.map(({ relation }) =>
      relation.kind === 'preorder' ? [...denseRank(relation.rank)] : [],
    ),
  };
}

function readAgain(text: string): Conflict {
  const imported = importGmcr(text, { uri: 'again.gmcr' });
  expect(imported.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const read = readCase(imported.value!.yaml, { uri: 'again.yaml' });
  expect(read.diagnostics).toEqual([]);
  return conflictOf(read.value!.accounts[0]!).value!;
}

test('[GMC16, GMC18] 500 random accounts survive, with statements and with rankings, seed 8', () => {
  let ranked = 0;
  for (let round = 0; round < 500; round += 1) {
    const text = randomCase(mulberry32(8_000_000 + round));
    const read = readCase(text, { uri: `round-${round}.yaml` });
    expect(read.diagnostics).toEqual([]);
    const conflict = conflictOf(read.value!.accounts[0]!).value!;
    const { value } = writeGmcr(conflict);
    if (value!.includes('"useManualPreferenceRanking": true')) ranked += 1;
    expect(essence(readAgain(value!)), `round ${round}`).toEqual(essence(conflict));
  }
  expect(ranked).toBeGreaterThan(50);
  expect(ranked).toBeLessThan(450);
});

describe('the cases that come with the product', () => {
  const paths = repositoryFiles().filter((path) => /^cases\/.*case\.yaml$/.test(path));
  const accounts = paths.flatMap((path) =>
    (readCase(textOf(path), { uri: path }).value?.accounts ?? []).map((account) => ({
      path,
      id: account.id,
      account,
    })),
  );

  test('there are some', () => {
    expect(accounts.length).toBeGreaterThan(20);
  });

  test.each(accounts)(
    '[GMC17, GMC18] $path, account $id survives, or the reason is given why not',
    ({ account }) => {
      const conflict = conflictOf(account).value!;
      const { value, diagnostics } = writeGmcr(conflict);
      const isKnown = conflict.preferences.every(
        ({ relation, isOrderOpen }) => relation.kind === 'preorder' && !isOrderOpen,
      );
      const fits = account.graph === undefined && account.forbiddenMoves.length === 0 && isKnown;
      expect(value !== undefined).toBe(fits);
      expect(new Set(diagnostics.map(({ code }) => code))).toEqual(new Set([fits ? 'W4020' : 'E4020']));
      if (value !== undefined) expect(essence(readAgain(value))).toEqual(essence(conflict));
    },
  );
});
