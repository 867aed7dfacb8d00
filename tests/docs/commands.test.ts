// Shows that docs/commands.md has every command and every option that there is, and no other.
import { describe, expect, test } from 'vitest';
import { impasse } from '../support/impasse.ts';
import { textOf } from '../support/repository.ts';

/** The sections of the page, by their titles. */
const sections = new Map(
  textOf('docs/commands.md')
    .split(/^## /m)
    .slice(1)
    .map((section) => [/^.*/.exec(section)?.[0] ?? '', section]),
);

const help = (await impasse(['--help'])).stdout;
const commands = [...help.split('Commands:')[1]!.matchAll(/^ {2}(\w+) \[options\]/gm)].map(
  ([, name = '']) => name,
);

test('every command has a section', () => {
  expect(commands.length).toBeGreaterThanOrEqual(5);
  expect([...sections.keys()]).toEqual([...commands, 'Help']);
});

describe.each(commands)('%s', (command) => {
  test('its options are those of the page, with the same values', async () => {
    const printed = (await impasse([command, '--help'])).stdout;
    const options = [...printed.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)(?: (<\w+>))?/gm)].map(([, name, value]) =>
      [name, value].filter((part) => part !== undefined).join(' '),
    );
    const shown = [...(sections.get(command) ?? '').matchAll(/^\| `(?:-\w, )?(--[^`]+)`/gm)].map(
      ([, name]) => name,
    );
    expect([...shown, '--help']).toEqual(options);
  });
});
