// Picks the states that a table or a picture shows where all of them would be too many.
import type { AccountAnalysis } from '../../analysis/index.ts';
import type { StateIndex } from '../../model/index.ts';

/** Some states of an analysis, in increasing order. */
export interface Selection {
  readonly states: readonly StateIndex[];
  /** States that matter as much and did not fit. */
  readonly left: number;
}

/**
 * All states where there are at most `limit`; else the status quo, equilibria, the agreement nearest to holding, deals
 * and agreements, in this order of importance until `limit` is reached.                                 Rule [TAB1].
 * @complexity O(m)
 */
export function statesOfInterest(analysis: AccountAnalysis, limit: number): Selection {
  const { conflict, equilibria, mixed, verdict, deal } = analysis;
  if (conflict.size <= limit) return { states: Array.from({ length: conflict.size }, (_, s) => s), left: 0 };
  const found = new Set<StateIndex>([conflict.statusQuo]);
  for (const states of [...Object.values(equilibria), mixed?.states ?? []])
    for (const s of states) found.add(s);
  if (verdict.nearest !== undefined) found.add(verdict.nearest);
  for (const s of deal.states) found.add(s);
  conflict.agreement?.forEach((is, s) => {
    if (is === 1) found.add(s);
  });
  return { states: [...found].slice(0, limit).sort((a, b) => a - b), left: Math.max(0, found.size - limit) };
}
