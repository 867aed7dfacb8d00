// Says which equilibria are held by the threat of something much worse, where statements are marked strong.
import type { Watch } from '../base/index.ts';
import { unwatched } from '../base/index.ts';
import type { StrengthPreference } from '../engine/index.ts';
import { conceptBit, strengthByStatements, strengthConcepts, strengthSolve } from '../engine/index.ts';
import type { Concept, Conflict, StateIndex } from '../model/index.ts';
import { graphModel } from '../model/index.ts';

/** An equilibrium in two degrees, under the preferences that strong statements give. */
export interface StrengthFinding {
  readonly state: StateIndex;
  readonly concept: Concept;
  /** Strong where it is strongly stable for every decision maker. */
  readonly degree: 'strong' | 'weak';
  /** Those for whom it is stable, not strongly. */
  readonly weakFor: readonly number[];
}

/**
 * The equilibria of a conflict with their degree.                                              Rule [ROB13].
 * @returns nothing where no statement is marked strong, or a preference is not fully known
 */
export function strengthOf(
  conflict: Conflict,
  watch: Watch = unwatched,
): readonly StrengthFinding[] | undefined {
  const { account, size } = conflict;
  let isMarked = false;
  const preferences = conflict.preferences.map(({ relation, truths }, dm): StrengthPreference | undefined => {
    if (relation.kind !== 'preorder') return undefined;
    const spec = account.preferences[account.decisionMakers[dm]?.id as string];
    if (spec?.kind !== 'statements') return { rank: relation.rank, isMuchBetter: () => false };
    const isStrong = spec.statements.map(({ strong }) => strong === true);
    isMarked ||= isStrong.includes(true);
    return strengthByStatements(truths, isStrong, size);
  });
  const known = preferences.filter((preference) => preference !== undefined);
  if (!isMarked || known.length < preferences.length) return undefined;
  const { strong, weak } = strengthSolve(graphModel(conflict), known, strengthConcepts, watch);
  const found: StrengthFinding[] = [];
  for (const concept of strengthConcepts) {
    const bit = conceptBit(concept);
    for (let state = 0; state < size; state += 1) {
      const has = (rows: readonly Uint8Array[], dm: number): boolean =>
        ((rows[dm]?.[state] as number) & bit) !== 0;
      const weakFor = known.flatMap((_, dm) => (has(weak, dm) ? [dm] : []));
      if (known.every((_, dm) => has(strong, dm) || has(weak, dm)))
        found.push({ state, concept, degree: weakFor.length === 0 ? 'strong' : 'weak', weakFor });
    }
  }
  return found;
}
