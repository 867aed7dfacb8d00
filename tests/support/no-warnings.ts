// Makes a test fail when it, or what it calls, prints a warning that it did not ask for.
import { afterAll, afterEach, expect } from 'vitest';

const seen: string[] = [];

// Plain replacements, not spies: a test that expects a warning may still put its own in their place.
for (const name of ['warn', 'error'] as const) {
  const print = console[name];
  console[name] = (...values: unknown[]) => {
    seen.push(`console.${name}: ${values.map(String).join(' ')}`);
    print(...values);
  };
}

process.on('warning', (warning) => {
  seen.push(`process warning: ${warning.name}: ${warning.message}`);
});

const expectNone = (): void => {
  expect(seen.splice(0), 'warnings printed during the test').toEqual([]);
};

afterEach(expectNone);
// What is printed while a file loads, or between its tests, belongs to the next test or to the file.
afterAll(expectNone);
