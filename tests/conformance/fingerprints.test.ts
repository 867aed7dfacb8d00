// Holds every engine to the fingerprints of synthetic models that other programs have solved.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Concept } from '../../src/model/index.ts';
import { concepts } from '../../src/model/index.ts';
import { jointlyStable, stableStates } from '../support/solutions.ts';
import { fingerprint, synthetic } from '../support/synthetic.ts';
import { engines } from './engines.ts';

type Line = { readonly fnv: string; readonly stable: readonly number[]; readonly equilibria: number };

const file = join(import.meta.dirname, '..', 'fixtures', 'fingerprints', 'synthetic.json');
const printed = JSON.parse(readFileSync(file, 'utf8')) as Record<string, Record<Concept, Line>>;

const names = Object.keys(printed).map((name) => {
  const [, decisionMakers, options, seed] = /^D(\d+)_m(\d+)_s(\d+)$/.exec(name)!.map(Number);
  return { name, decisionMakers: decisionMakers!, options: options!, seed: seed! };
});

describe.each(engines)('$name', ({ solve }) => {
  test.each(names)('$name [NSH1, GMR1, SMR1, SEQ1, SSQ1]', ({ name, ...given }) => {
    const solution = solve(synthetic(given));
    for (const concept of concepts) {
      const found: Line = {
        fnv: fingerprint(solution, concept),
        stable: solution.stable.map((_, dm) => stableStates(solution, concept, dm).length),
        equilibria: jointlyStable(solution, concept).length,
      };
      expect(found, concept).toEqual(printed[name]![concept]);
    }
  });
});
