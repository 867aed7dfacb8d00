// Tests the commands `hypergame` and `ripeness` as people meet them: sentences, JSON, cases that lack what they need.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { impasse } from '../../../tests/support/impasse.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

const deterrence = `impasse: 1
title: mistaken deterrence
decisionMakers:
  - { id: one, name: Kyiv, options: [{ id: a, name: Kyiv holds }] }
  - { id: two, name: Moscow, options: [{ id: b, name: Moscow holds }] }
statusQuo: []
preferences:
  one: [b, a]
  two: [a, "!b"]
accounts:
  - id: two-view
    preferences:
      one: [b, "a iff b"]
hypergame: { one: base, two: two-view }
`;

describe('hypergame', () => {
  const folder = temporaryFolder('hypergame');
  const file = join(folder, 'case.yaml');
  writeFileSync(file, deterrence);

  test('says who is mistaken, by which account, on which premise [CLI68]', async () => {
    const { stdout, code } = await impasse(['hypergame', file]);
    expect(code).toBe(0);
    const text = oneLine(stdout);
    expect(text).toContain(
      'Each party acts on its own account: Kyiv sees the base and Moscow sees account two-view.',
    );
    expect(text).toContain("Phantom: holds in the parties' own accounts, not in the base");
    expect(text).toContain(
      'Moscow takes it for stable: account two-view has it that if Moscow ends "Moscow holds", Kyiv ends "Kyiv holds" (premise one.2 "a iff b"). In the base that does not pay for Kyiv, and nothing deters Moscow.',
    );
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('in JSON has labels and reasons [CLI68]', async () => {
    const { stdout } = await impasse(['hypergame', file, '--json']);
    const found = JSON.parse(stdout);
    expect(found.hypergame).toEqual({ one: 'base', two: 'two-view' });
    expect(found.equilibria.seq).toEqual(['YN', 'YY']);
    const [{ states }] = found.against;
    const both = states.find(({ state }: { state: string }) => state === 'YY');
    expect(both.labels.seq).toBe('phantom');
    expect(both.because[0]).toMatchObject({
      decisionMaker: 'two',
      stays: true,
      reason: 'reply-does-not-pay',
    });
  });

  test('measures rival accounts with different options, each in turn where there is no base [CLI68]', async () => {
    const text = oneLine((await impasse(['hypergame', 'cases/ukraine-2022'])).stdout);
    expect(text).toContain('Russia sees account E, Ukraine sees account B and The West sees account C.');
    for (const id of ['A', 'B', 'C', 'D', 'E']) expect(text).toContain(`Measured against account ${id}`);
    expect(text).toContain('By every concept no situation holds for each party in its own account.');
    expect(text).toContain(
      'Russia does not know it: its account does not have "The West guarantees Ukraine".',
    );
    const one = oneLine((await impasse(['hypergame', 'cases/ukraine-2022', '--account', 'D'])).stdout);
    expect(one).not.toContain('Measured against account A');
  });

  test('tells what a party may expect that others would not do [CLI68]', async () => {
    const text = oneLine((await impasse(['hypergame', 'cases/gallery/family-business'])).stdout);
    expect(text).toContain(
      'By account founder-view Founder may expect this to hold, by every concept: Daughter stays in the firm.',
    );
    expect(text).toContain('Daughter would leave it: in the base, which it sees, it gains if it ends');
  });

  test('asks for the line that a case lacks [CLI65]', async () => {
    const run = await impasse(['hypergame', 'cases/gallery/elmira-1991']);
    expect(run.code).toBe(2);
    expect(run.stderr).toContain('hypergame: { ministry: base');
    expect((await impasse(['hypergame', 'cases/ukraine-2022', '--account', 'Z'])).code).toBe(2);
  });
});

describe('ripeness', () => {
  test('has a word and its grounds in every cell, and no number [CLI69]', async () => {
    const { stdout } = await impasse(['ripeness', 'cases/ukraine-2022', '--account', 'A']);
    const text = oneLine(stdout);
    expect(text).toContain(
      'In account A each party is stuck, but not of each is it recorded that it falls short.',
    );
    expect(text).toContain('Hurting: no evidence.');
    expect(text).toContain(
      'Hurting: short of its aim. The status quo fails its first aim, ukraine.1 "R_wdr" [oped, F24, F36].',
    );
    expect(text).toContain(
      'Way out: no. No agreement is better than no deal for all who sign. In account B, which it sees itself: yes.',
    );
    expect(text).not.toMatch(/score|%/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(80);
  });

  test('in JSON gives each cell its evidence [CLI69]', async () => {
    const found = JSON.parse(
      (await impasse(['ripeness', 'cases/ukraine-2022', '--account', 'B', '--json'])).stdout,
    );
    expect(found.class).toBe('still-winning');
    const ukraine = found.parties.find(
      ({ decisionMaker }: { decisionMaker: string }) => decisionMaker === 'ukraine',
    );
    expect(ukraine.hurting).toMatchObject({ word: 'yes', evidence: ['F6', 'F24', 'F36'] });
    expect(ukraine.wayOut).toMatchObject({ word: 'yes', state: 5 });
  });
});
