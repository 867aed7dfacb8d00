// Loads the rule-based suggester when it is first asked for: its language model is large, and most commands need none.
import type { Suggester } from '../types/suggester.ts';

/**
 * The suggester that goes by rules alone and works offline.
 * @complexity about 0.2 s the first time
 */
export async function loadRuleSuggester(): Promise<Suggester> {
  const { suggestByRules } = await import('./suggest.ts');
  return suggestByRules;
}
