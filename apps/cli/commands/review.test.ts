// Checks the command `review`: keys, what is in the file after each of them, and what a killed process leaves.
import { spawn, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { describe, expect, test } from 'vitest';
import type { Statement } from '../../../src/evidence/index.ts';
import { readStatements } from '../../../src/evidence/index.ts';
import type { Ran } from '../../../tests/support/impasse.ts';
import { impasse } from '../../../tests/support/impasse.ts';
import { node, root } from '../../../tests/support/repository.ts';
import { temporaryFolder } from '../../../tests/support/temporary.ts';

const folder = temporaryFolder('review');
let cases = 0;

/** A copy of the fixture in which nothing is accepted yet. */
function freshCase(): string {
  const copy = join(folder, `case ${++cases}`);
  cpSync(join(root, 'tests/fixtures/draft/harbour'), copy, { recursive: true });
  for (const name of ['gazette', 'review', 'review-again']) {
    const file = join(copy, 'statements', `${name}.jsonl`);
    writeFileSync(
      file,
      readFileSync(file, 'utf8').replaceAll('"status": "accepted"', '"status": "suggested"'),
    );
  }
  return copy;
}

const textOf = (path: string): string => readFileSync(join(path, 'statements/gazette.jsonl'), 'utf8');
const statementsOf = (path: string): readonly Statement[] => {
  const { value = [], diagnostics } = readStatements(textOf(path), 'gazette.jsonl');
  expect(diagnostics).toEqual([]);
  return value;
};

/** Runs the queue with keys; `after` is called before each next key. */
function press(
  path: string,
  keys: readonly string[],
  after: (place: number) => void = () => undefined,
): Promise<Ran> {
  let place = 0;
  const next = (): Promise<string> => {
    after(place);
    return Promise.resolve(keys[place++] ?? 'quit');
  };
  return impasse(['review', path], { keyboard: () => ({ next, close: () => undefined }) });
}

const typed = (text: string): readonly string[] => [...text, 'return'];

describe('the queue', () => {
  test('[REV1] it shows the sentence with the stretch, and what is coded', async () => {
    const { code, stdout } = await press(freshCase(), ['n', 'q']);
    expect(code).toBe(0);
    expect(stdout).toMatch(/2 of 20 {3}gazette-2 {3}in gazette {3}\[suggested\]/);
    expect(stdout).toMatch(
      /"\[\[We will go back to work only if the port raises wages\]\]," said Mara Holt\./,
    );
    expect(stdout).toMatch(/words: holt {3}stance of: holt {3}direct, commitment/);
    expect(stdout).toMatch(/concept: back-to-work \(back to work\) {3}stance: conditional {3}if: only if/);
    expect(stdout.includes('\u001b')).toBe(false);
  });

  test('[REV1] single keys accept, reject and edit', async () => {
    const path = freshCase();
    const keys = [
      'a',
      'r',
      'c',
      ...typed('Higher Wages'),
      's',
      '5',
      'w',
      ...typed('Lund, A. Nobody'),
      'h',
      'x',
      'escape',
      'a',
    ];
    const { stdout } = await press(path, keys);
    const [first, second, third] = statementsOf(path);
    expect([first?.status, second?.status]).toEqual(['accepted', 'rejected']);
    expect(third).toMatchObject({
      status: 'accepted',
      concept: 'wages',
      stance: 2,
      speaker: ['lund', 'A. Nobody'],
      holder: ['holt'],
    });
    expect(third?.history.map(({ before }) => before)).toEqual([
      { concept: 'cranes' },
      { stance: -2 },
      { speaker: ['holt'] },
      { status: 'suggested' },
    ]);
    expect(stdout).toMatch(/concept: wages \(higher wages\)/);
  });

  test('[REV1] a concept that the codebook does not have changes nothing and gets the nearest', async () => {
    const path = freshCase();
    const { stdout } = await press(path, ['c', ...typed('crane')]);
    expect(stdout).toMatch(/no concept crane; is it cranes\?/);
    expect(statementsOf(path)[0]?.concept).toBe('strike');
  });

  test('[REV2] each decision is in the file before the next key is read', async () => {
    const path = freshCase();
    const seen: (string | undefined)[] = [];
    await press(path, ['a', 'r', 'u'], () =>
      seen.push(
        statementsOf(path)
          .slice(0, 2)
          .map(({ status }) => status)
          .join(),
      ),
    );
    expect(seen).toEqual([
      'suggested,suggested',
      'accepted,suggested',
      'accepted,rejected',
      'accepted,suggested',
    ]);
    expect(statementsOf(path)[0]?.history).toMatchObject([{ by: 'person', before: { status: 'suggested' } }]);
  });

  test('[REV3] undo goes back decision by decision, and beyond the session', async () => {
    const path = freshCase();
    const before = statementsOf(path);
    await press(path, ['a', 's', '1']);
    const { stdout } = await press(path, ['u', 'u', 'u']);
    // The accepted one is no longer in the queue; the edited one is, and is undone first.
    expect(statementsOf(path)[1]).toEqual(before[1]);
    expect(stdout).toMatch(/there is nothing to undo here/);
  });

  test('[REV4] other lines stay letter by letter, and what somebody else changed is not written over', async () => {
    const path = freshCase();
    const file = join(path, 'statements/gazette.jsonl');
    const lines = textOf(path).split('\n');
    const foreign = (line: string, by: string): string =>
      line
        .replace('"coder": "test"', `"coder": "${by}"`)
        .replace('"status": "suggested"', '"status": "rejected"');
    const { stdout } = await press(path, ['a', 'a', 'q'], (place) => {
      if (place !== 1) return;
      const now = textOf(path).split('\n');
      writeFileSync(
        file,
        now
          .with(1, foreign(now[1] as string, 'ann'))
          .with(4, foreign(now[4] as string, 'bob'))
          .join('\n'),
      );
    });
    expect(stdout).toMatch(/changed by somebody else meanwhile/);
    const after = textOf(path).split('\n');
    expect(after[1]).toBe(foreign(lines[1] as string, 'ann'));
    expect(after[4]).toBe(foreign(lines[4] as string, 'bob'));
    expect(after.slice(5)).toEqual(lines.slice(5));
    expect(statementsOf(path)[0]?.status).toBe('accepted');
  });

  test('[REV5] it needs a terminal, and something to review', async () => {
    expect(await impasse(['review', freshCase()])).toEqual({
      code: 2,
      stdout: '',
      stderr: 'review works in a terminal only, since it reads single keys.\n',
    });
    expect((await impasse(['review', 'tests/fixtures/draft/harbour'])).stderr).toBe(
      'There are no suggested statements beside this case.\n',
    );
  });
});

const hasScript = process.platform === 'linux' && spawnSync('script', ['--version']).status === 0;

test.skipIf(!hasScript)(
  `[REV2] in a terminal, a process that is killed leaves what was decided${hasScript ? '' : ' (skipped: no `script` to make a terminal)'}`,
  { timeout: 30_000 },
  async () => {
    const path = freshCase();
    const command = `exec "${node}" "${join(root, 'apps/cli/main.ts')}" review "${path}"`;
    const child = spawn('script', ['-qec', command, '/dev/null'], { stdio: ['pipe', 'pipe', 'ignore'] });
    let out = '';
    child.stdout.on('data', (bytes: Buffer) => {
      out += bytes.toString();
    });
    const until = async (isDone: () => boolean): Promise<void> => {
      for (let tries = 0; !isDone() && tries < 200; tries += 1) await setTimeout(50);
      expect(isDone()).toBe(true);
    };
    await until(() => out.includes('1 of 20'));
    child.stdin.write('a');
    await until(() => statementsOf(path)[0]?.status === 'accepted');
    child.stdin.write('r');
    await until(() => out.includes('3 of 20'));
    child.kill('SIGKILL');
    expect(
      statementsOf(path)
        .map(({ status }) => status)
        .slice(0, 3),
    ).toEqual(['accepted', 'rejected', 'suggested']);
  },
);
