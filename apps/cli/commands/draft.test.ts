// Checks the command `draft`: what is printed, what is written, answers, bars, and that `analyze` cites the sentences.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftSchema } from '../../../src/report/index.ts';
import { expectGolden } from '../../../tests/support/golden.ts';
import { impasse } from '../../../tests/support/impasse.ts';
import { root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';
import { ChangedMeanwhile, replaceFile } from '../replace-file.ts';

const harbour = 'tests/fixtures/draft/harbour';
const folder = temporaryFolder('draft');
let cases = 0;

function freshCase(): string {
  const copy = join(folder, `case ${++cases}`);
  cpSync(join(root, harbour), copy, { recursive: true });
  return copy;
}

const caseOf = (path: string): string => readFileSync(join(path, 'case.yaml'), 'utf8');

describe('what is printed', () => {
  test('[CLI80, DRR1] the draft, as agreed', async () => {
    const { code, stdout, stderr } = await impasse(['draft', harbour]);
    expect([code, stderr]).toEqual([0, '']);
    expectGolden('cli/draft-harbour.txt', stdout);
  });

  test('[CLI80] the whole case, and JSON that keeps to its schema', async () => {
    const yaml = await impasse(['draft', harbour, '--yaml']);
    const json = JSON.parse((await impasse(['draft', harbour, '--json'])).stdout);
    expect(draftSchema.safeParse(json).error).toBeUndefined();
    expect(json.text).toBe(yaml.stdout);
    expect(json.accounts[0].orders.question).toMatchObject({
      decisionMaker: 'union',
      statements: ['strike', '!strike'],
      second: { stable: 20, deal: 0, neither: 0 },
    });
  });
});

describe('what is written', () => {
  test('[CLI80, CLI81, EVI1] it can be analysed, and every premise has its sentence', async () => {
    const path = freshCase();
    expect(await impasse(['draft', path, '--write'])).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/^Written to /),
    });
    const { code, stdout, stderr } = await impasse(['analyze', path]);
    expect([code, stderr]).toEqual([0, '']);
    expect(stdout).toMatch(/The premises, each with its sentences/);
    expect(stdout.replace(/\s+/g, ' ')).toMatch(
      /union\.2 "strike if !raise" \[the party's own word\] > gazette-2 \(holt, in gazette\): “We will go back to work only if the port raises wages”/,
    );
    expect(await impasse(['draft', path, '--write'])).toMatchObject({
      stderr: expect.stringMatching(/holds this draft already/),
    });
  });

  test('[CLI80] nothing is written over a file that changed meanwhile', () => {
    const file = join(freshCase(), 'case.yaml');
    const text = readFileSync(file, 'utf8');
    writeFileSync(file, `${text}# mine\n`);
    expect(() => replaceFile(file, text, 'impasse: 1')).toThrow(ChangedMeanwhile);
    expect(readFileSync(file, 'utf8')).toBe(`${text}# mine\n`);
  });

  test('[CLI81, CLI84] a bar that rules out the status quo is not written; one that does not is', async () => {
    const path = freshCase();
    const before = caseOf(path);
    const failed = await impasse(['draft', path, '--write', '--bar', 'gazette-6=legal']);
    expect([failed.code, caseOf(path)]).toEqual([1, before]);
    expect(failed.stderr).toMatch(/E1304/);
    writeFileSync(join(path, 'case.yaml'), before.replace('statusQuo: [strike]', 'statusQuo: []'));
    const barred = await impasse(['draft', path, '--write', '--bar', 'gazette-6=legal']);
    expect(barred.code).toBe(0);
    expect(caseOf(path)).toMatch(/infeasible:\n\s+- when: strike\n\s+kind: legal/);
    expect((await impasse(['draft', path, '--bar', 'gazette-99=legal'])).code).toBe(2);
    expect((await impasse(['draft', path, '--bar', 'gazette-6=maybe'])).code).toBe(2);
  });

  test('[CLI85] a statement beside the case is no dangling id', async () => {
    const path = freshCase();
    writeFileSync(
      join(path, 'case.yaml'),
      `${caseOf(path)}preferences: { port: [{ statement: raise, evidence: [gazette-1, gone] }] }\n`,
    );
    const { stderr } = await impasse(['check', path]);
    expect(stderr.match(/W1001/g)).toHaveLength(1);
    expect(stderr).toMatch(/`gone`/);
  });
});

describe('answers', () => {
  test('[CLI82] an answer narrows what is left and stays; then something else is asked', async () => {
    const path = freshCase();
    const first = await impasse(['draft', path, '--write', '--answer', 'brook/union:strike>!strike']);
    expect(first.code).toBe(0);
    const next = JSON.parse((await impasse(['draft', path, '--json'])).stdout).accounts[0];
    expect(next.orders.total).toBe(40);
    expect(next.orders.question.statements).not.toEqual(['strike', '!strike']);
    expect(caseOf(path)).toMatch(/before:\n\s+- "!strike"/);
  });

  test('[CLI82] a number needs one list, and names that are not there are answered with those that are', async () => {
    const numbered = await impasse(['draft', harbour, '--json', '--answer', 'brook/union:5>1']);
    expect(JSON.parse(numbered.stdout).accounts[0].orders.outcomes).toMatchObject({ stable: 20, neither: 0 });
    for (const answer of ['union:5>1', 'union:strike>peace', 'brook/sea:1>2', 'brook/union:1>1']) {
      const { code, stderr } = await impasse(['draft', harbour, '--answer', answer]);
      expect([answer, code]).toEqual([answer, 2]);
      expect(stderr).toMatch(/brook\/union: strike if !raise/);
    }
    expect((await impasse(['draft', harbour, '--answer', 'nonsense'])).code).toBe(2);
  });
});

describe('nothing to draft', () => {
  test('[CLI83] the status chooses, and a message says what is missing', async () => {
    const path = freshCase();
    const none = await impasse(['draft', path, '--status', 'suggested']);
    expect([none.code, none.stderr]).toEqual([
      1,
      'None of the 20 statements beside this case is suggested.\n',
    ]);
    const bare = await impasse(['draft', 'cases/gallery/pay-dispute']);
    expect([bare.code, bare.stderr]).toEqual([
      1,
      expect.stringMatching(/There are no statements beside this case/),
    ]);
    writeFileSync(join(path, 'codebook.yaml'), 'concepts: [{ id: strike }]\n');
    const empty = await impasse(['draft', path]);
    expect([empty.code, empty.stderr]).toEqual([
      1,
      expect.stringMatching(/the concept strike maps to no option/),
    ]);
    expect((await impasse(['draft', path, '--status', 'rejected'])).code).toBe(2);
  });
});
