// Gives tests the synthetic benchmark models and the fingerprints of their solutions.
import type { Recipe } from '../../bench/generator.ts';
import { draw, fingerprint as fingerprintOf, modelOf } from '../../bench/generator.ts';
import type { Solution } from '../../src/engine/index.ts';
import type { Concept, GraphModel } from '../../src/model/index.ts';

export function synthetic(recipe: Recipe): GraphModel {
  return modelOf(draw(recipe));
}

export function fingerprint({ stable }: Solution, concept: Concept): string {
  return fingerprintOf(stable, concept);
}
