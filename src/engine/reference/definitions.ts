// Lists the definition of every concept.
import type { Concept } from '../../model/index.ts';
import { gmr } from './gmr.ts';
import { nash } from './nash.ts';
import { seq } from './seq.ts';
import { smr } from './smr.ts';
import { sseq } from './sseq.ts';
import type { Definition } from './view.ts';

/** By concept, the definition as the literature has it. */
export const definitions: Readonly<Record<Concept, Definition>> = { nash, gmr, smr, seq, sseq };

/** Do the others answer by improvements alone under this concept? */
export function isCredible(concept: Concept): boolean {
  return concept === 'seq' || concept === 'sseq';
}

/** Is the decision maker's counter-move foreseen under this concept? */
export function isCountered(concept: Concept): boolean {
  return concept === 'smr' || concept === 'sseq';
}
