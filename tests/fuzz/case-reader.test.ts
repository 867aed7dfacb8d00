// Runs the fuzzer of the case reader for as many files as every run of the tests should see.
import { expect, test } from 'vitest';
import { codes } from '../../src/base/index.ts';
import { fuzzCases } from './case-reader.ts';

const seed = 20_221_120;

test(`[CAS1] 20,000 mutated files give a case or located diagnostics, none takes 2 s (seed ${seed})`, () => {
  const report = fuzzCases(
    seed,
    (files) => files >= 20_000,
    () => performance.now(),
  );
  expect(report.failures).toEqual([]);
  expect(report.files).toBe(20_000);
  // Else the mutations would be too wild, or too tame.
  expect(report.cases).toBeGreaterThan(1_000);
  expect(report.files - report.cases).toBeGreaterThan(10_000);
  const reached = Object.keys(codes).filter((code) => /^(E1[0-2]|W1)/.test(code) && report.codes.has(code));
  expect(reached.length).toBeGreaterThan(20);
}, 300_000);
