// Makes small .gmcr files for tests.
import { textOf } from './repository.ts';

/** A small model, parts of it replaced. */
export function gmcrModel(parts: Readonly<Record<string, unknown>> = {}): string {
  return JSON.stringify({
    options: ['A', 'B', 'C'].map((name) => ({ name, permittedDirection: 'both' })),
    decisionMakers: [
      { name: 'One', options: [0, 1], preferences: [] },
      { name: 'Two', options: [2], preferences: [] },
    ],
    infeasibles: [],
    useManualPreferenceRanking: false,
    ...parts,
  });
}

/** A file of the fixtures. */
export const gmcrFixture = (name: string): string => textOf(`tests/fixtures/gmcr/${name}.gmcr`);
