// Describes what `draft --json` prints.
import { z } from 'zod';

const ids = z.array(z.string());
const word = z.enum(['own', 'third', 'adversary']);
const counts = z.strictObject({
  stable: z.number().describe('orders in which an agreement, or without one the status quo, is stable'),
  deal: z
    .number()
    .describe('orders in which none is stable, and one is better than no deal for all who sign'),
  neither: z.number(),
});

const question = z.strictObject({
  decisionMaker: z.string(),
  statements: ids.describe('the two formulas'),
  pair: z.tuple([z.int(), z.int()]).describe('their places in the list, from 0'),
  first: counts.describe('where the first comes before the second'),
  second: counts,
  split: z.number().min(0).max(1).describe('half the sum of the differences between the shares'),
});

const orders = z.strictObject({
  method: z.enum(['exact', 'sampled']),
  concept: z.string(),
  about: z.enum(['agreement', 'statusQuo']),
  total: z.number(),
  counted: z.number(),
  seed: z.number().optional(),
  outcomes: counts,
  question: question.optional(),
  complete: z.boolean(),
});

const account = z.strictObject({
  id: z.string(),
  name: z.string(),
  by: z.strictObject({ name: z.string(), side: z.string().optional(), kind: z.string().optional() }),
  sources: ids,
  options: ids,
  statusQuo: ids.optional().describe('assumed, where the case does not say where things stand'),
  statusQuoEvidence: ids,
  premises: z.array(
    z.strictObject({
      decisionMaker: z.string(),
      text: z.string(),
      evidence: ids.describe('ids of statements'),
      word,
      because: z.string().optional(),
      count: z.int().describe('how many statements say it, reprints once; never a rank'),
      isCost: z.boolean().describe('a ban or an "impossible", taken as a cost'),
      before: ids.describe('formulas that are known to matter less'),
    }),
  ),
  bars: z.array(z.strictObject({ when: z.string(), kind: z.string(), because: z.string(), evidence: ids })),
  known: z.array(
    z.strictObject({
      decisionMaker: z.string(),
      above: z.string(),
      below: z.string(),
      statement: z.string().optional(),
    }),
  ),
  contradictions: z.array(
    z.strictObject({ decisionMaker: z.string(), option: z.string(), holders: ids, for: ids, against: ids }),
  ),
  leftOut: z.array(z.strictObject({ statement: z.string(), reason: z.string(), says: z.string() })),
  notes: ids,
  verdict: z.strictObject({ code: z.string() }).optional().describe('where no order is open'),
  orders: orders.optional().describe('where some order is open'),
});

/** What `draft --json` prints. */
export const draftSchema = z.strictObject({
  impasse: z.literal(1),
  case: z.string(),
  decisionMakers: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      options: z.array(z.strictObject({ id: z.string(), name: z.string() })),
    }),
  ),
  accounts: z.array(account),
  agreement: z
    .strictObject({ when: z.string(), evidence: ids })
    .optional()
    .describe('proposed, where the case names none'),
  unused: z.array(z.strictObject({ concept: z.string(), reason: z.string(), says: z.string() })),
  text: z.string().describe('the whole case with the draft in it'),
});
