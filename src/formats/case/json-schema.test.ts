// Holds the published JSON Schema to the reader: both are made of one description.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { schemaProblems } from '../../../tests/support/json-schema.ts';
import { repositoryFiles, root, textOf } from '../../../tests/support/repository.ts';
import { mulberry32 } from '../../base/index.ts';
import { caseSchema } from './json-schema.ts';
import { readCase } from './read-case.ts';

const schema = caseSchema();
const sound = repositoryFiles().filter((path) =>
  /^cases\/.*\/case\.yaml$|^tests\/fixtures\/case\/(?!broken).*\.yaml$/.test(path),
);
const path = join(root, 'schema', 'case.schema.json');

test('[CAS21] the published schema is up to date (UPDATE_GOLDEN=1 writes it)', () => {
  const text = `${JSON.stringify(schema, null, 2)}\n`;
  if (process.env.UPDATE_GOLDEN === '1' || !existsSync(path)) writeFileSync(path, text);
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('[CAS21] every key has a description, from which editors explain it', () => {
  const described = (part: unknown): boolean =>
    typeof part !== 'object' || part === null
      ? true
      : Object.entries(part).every(
          ([key, value]) =>
            described(value) &&
            (key !== 'properties' ||
              Object.values(value as object).every((one) => /[.?]$/.test(one.description ?? ''))),
        );
  expect(described(schema)).toBe(true);
  expect(described({ properties: { x: {} } })).toBe(false);
});

test.each(sound)('[CAS21] %s conforms', (file) => {
  expect(readCase(textOf(file)).value).toBeDefined();
  expect(schemaProblems(schema, parse(textOf(file)))).toEqual([]);
});

describe('values changed at random', () => {
  // Problems of the shape that a schema cannot show: which keys exclude each other, and the form of the conflict.
  const ofShape = ['E1004', 'E1005', 'E1007', 'E1008', 'E1009'];
  const beyond =
    /a list of states needs graph form|names no state|a pair has two|names one state|has no content|has no object|lacks `moves`|is an empty list/;

  test.each(sound)('[CAS21] in %s: reader and schema refuse the same shapes (seed 11)', (file) => {
    const random = mulberry32(11);
    const value: unknown = parse(textOf(file));
    const counts = { refused: 0, accepted: 0 };
    const rounds = textOf(file).length > 20_000 ? 20 : 60;
    for (let round = 0; round < rounds; round += 1) {
      const changed = mutate(structuredClone(value), random);
      const text = JSON.stringify(changed);
      const { diagnostics } = readCase(text);
      const byReader = diagnostics.some(
        ({ code, message }) => ofShape.includes(code) && !beyond.test(message),
      );
      const bySchema = schemaProblems(schema, changed);
      expect(
        bySchema.length > 0,
        `${text.length < 3000 ? text : ''} ${bySchema} ${JSON.stringify(diagnostics)}`,
      ).toBe(byReader);
      counts[byReader ? 'refused' : 'accepted'] += 1;
    }
    expect(Math.min(counts.refused, counts.accepted)).toBeGreaterThan(1);
  });
});

/** Changes one place of a JSON value: another kind of value, a key more or less, an entry more or less. */
function mutate(value: unknown, random: () => number): unknown {
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const places: { readonly holder: Record<string, unknown>; readonly key: string }[] = [];
  const collect = (part: unknown): void => {
    if (typeof part !== 'object' || part === null) return;
    for (const key of Object.keys(part)) {
      places.push({ holder: part as Record<string, unknown>, key });
      collect((part as Record<string, unknown>)[key]);
    }
  };
  collect(value);
  const { holder, key } = pick(places);
  const kind = Math.floor(random() * 4);
  if (kind === 0) holder[key] = pick([null, true, 3, 'text', '', [], {}, ['x'], [[]], { id: 'x' }, { x: 1 }]);
  else if (kind === 1 && Array.isArray(holder)) holder.splice(Number(key), 1);
  else if (kind === 1) delete holder[key];
  else if (kind === 2 && !Array.isArray(holder))
    holder[pick(['extra', 'because', 'word', 'id', 'name'])] = pick(['own', 'x', []]);
  return value;
}
