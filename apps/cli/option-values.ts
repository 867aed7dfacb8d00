// Reads the values of options that several commands have.
import { InvalidArgumentError } from 'commander';
import type { Concept } from '../../src/model/index.ts';
import { concepts as knownConcepts } from '../../src/model/index.ts';
import { listed } from '../../src/report/index.ts';

/** Several values, each given with the option's name or after a comma. */
export function collected(value: string, before: readonly string[] = []): readonly string[] {
  return [
    ...before,
    ...value
      .split(',')
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  ];
}

/** A list of concepts, each once; "R" reads as nash. */
export function parseConcepts(value: string): readonly Concept[] {
  const asked = collected(value).map((word) => (word.toLowerCase() === 'r' ? 'nash' : word.toLowerCase()));
  const unknown = asked.filter((word) => !(knownConcepts as readonly string[]).includes(word));
  if (unknown.length > 0 || asked.length === 0) {
    throw new InvalidArgumentError(`Known concepts are ${listed(knownConcepts)}; "R" reads as nash.`);
  }
  return [...new Set(asked)] as Concept[];
}
