// Says what the JSON of `analyze`, `compare` and `check` looks like; the published schemas are made from this.
import { z } from 'zod';
import { codes } from '../base/index.ts';
import {
  agreementSchema,
  codebookSchema,
  networksSchema,
  positionsSchema,
  statementsSchema,
} from './coded-schemas.ts';
import { draftSchema } from './draft-schema.ts';
import { coalitionsSchema, hypergameSchema, ripenessSchema, robustSchema } from './further-schemas.ts';
import { readSchema } from './read-schema.ts';
import { concept, decisionMaker, stateId } from './schema-parts.ts';
import { inverseSchema, unlockSchema } from './unlock-schemas.ts';

const stateIds = z.array(stateId);
const modality = z
  .enum(['every', 'some', 'none'])
  .describe('in which readings of what is not known it holds');

/** The verdicts; their meaning never changes. */
export const verdictCode = z
  .enum([
    'agreement-stable-reachable',
    'agreement-stable-joint',
    'agreement-stable-unreachable',
    'deal-not-stable',
    'no-deal',
    'ruled-out-by-assumption',
    'no-agreement-defined',
    'undecided',
  ])
  .describe(
    'what follows from the account: an agreement state is an equilibrium and improvements lead to it; it is one, is ' +
      'better than no deal for all who sign and takes a joint move; it is one and neither holds; none is one but some ' +
      'would be better than no deal; neither; legal or assumed bars leave no agreement state; no agreement is defined; the work was stopped before this was ' +
      'known',
  );

const step = z.strictObject({ decisionMaker, state: stateId.describe('where the move leads') });
const reply = z
  .array(step)
  .nullable()
  .describe('the moves of the others that deter it, the last one ending no better; null if none does');
const move = stateId
  .nullable()
  .describe('the state that the decision maker would move to; null if nothing within one move is better');

/** Why a state is stable or not for a decision maker. */
export const witnessSchema = z
  .strictObject({
    move,
    reply,
    replies: z
      .array(z.strictObject({ move: stateId, reply }))
      .optional()
      .describe('every improvement with its reply, of a stable state'),
  })
  .describe('proof of one verdict: an improvement, and the reply that deters it');

const stable = z
  .record(z.string(), z.array(concept))
  .describe('by decision maker, the concepts under which the state is stable for it');
const noDeal = z
  .union([z.enum(['statusQuo', 'security']), stateId])
  .describe('what happens without an agreement');
const count = z.strictObject({
  orders: z.number().describe('number of orders'),
  interval: z
    .tuple([z.number(), z.number()])
    .optional()
    .describe('95 % Wilson interval of the share, where sampled'),
});
const readings = z.strictObject({
  method: z.enum(['exact', 'sampled']),
  total: z.number().describe('number of all orders'),
  counted: z.number().describe('number of orders looked at'),
  seed: z.int().optional(),
});
const deal = z.strictObject({
  exists: z.boolean(),
  states: stateIds.describe(
    'agreement states that every signatory weakly, and one strictly, prefers to no deal',
  ),
  noDeal,
  otherImprovements: stateIds.describe('states with that property that are no agreement'),
  possible: stateIds.optional().describe('agreement states that pass in some reading only'),
  count: z.int().optional().describe('how many there are, where the list is cut'),
});
const warning = z
  .strictObject({
    code: z.enum(Object.keys(codes).filter((code) => code.startsWith('W2')) as [string, ...string[]]),
    states: stateIds.optional(),
    decisionMaker: decisionMaker.optional(),
    option: z.string().optional(),
    premise: z.string().optional(),
    bar: z.string().optional().describe('infeasible.k, forbiddenMoves.k or the key of a one-way option'),
    evidence: z.string().optional(),
    facts: z.array(z.string()).optional(),
    concepts: z.array(concept).optional(),
  })
  .describe('something in the model that deserves a second look');

const state = z.strictObject({
  id: stateId,
  pattern: z
    .string()
    .regex(/^[YN]*$/)
    .optional()
    .describe('one letter for each option, in order; in option form'),
  name: z.string().optional().describe('in graph form'),
  agreement: z.boolean(),
  statusQuo: z.boolean(),
  stable,
  stableInSome: stable.optional().describe('the same in some reading of what is not known, not in every one'),
  equilibrium: z
    .array(z.union([concept, z.literal('mixed')]))
    .describe('concepts under which it is stable for all'),
  equilibriumInSome: z.array(concept).optional(),
  reachable: z.strictObject({
    improvements: z.boolean().describe('by a legal sequence of improvements from the status quo'),
    moves: z.boolean().describe('by a legal sequence of moves'),
    steps: z.int().nullable().describe('of the shortest path by improvements, else by moves, else null'),
  }),
  better: z.array(decisionMaker).describe('who strictly prefers it to no deal'),
  worse: z.array(decisionMaker).describe('who strictly disprefers it to no deal'),
  unknown: z.array(decisionMaker).optional().describe('for whom that is not known'),
});

const sensitivity = z.strictObject({
  orders: readings
    .extend({ agreement: z.record(z.string(), count), deal: count.optional(), complete: z.boolean() })
    .optional()
    .describe(
      'orders of all statements in which some agreement state is an equilibrium, and in which one is a deal',
    ),
  agreements: z.array(
    z.strictObject({
      id: z.string(),
      kind: z.string(),
      states: z.int(),
      code: verdictCode,
      stable: stateIds,
      deal: stateIds,
    }),
  ),
  inexpressible: z.array(z.string()).describe('agreements of the case for which the account has no options'),
  fallbacks: z.array(z.strictObject({ noDeal, code: verdictCode, deal: stateIds })),
  contested: z.array(
    z.strictObject({ premise: z.string(), finding: z.string(), facts: z.array(z.string()) }),
  ),
  words: z.strictObject({ own: z.int(), third: z.int(), adversary: z.int(), unstated: z.int() }),
  withoutAdversary: z
    .strictObject({ premises: z.array(z.string()), code: verdictCode.optional() })
    .optional()
    .describe("the verdict without the premises that rest on an adversary's word"),
});

const account = z.strictObject({
  account: z.string().describe('id of the account; base for the case itself'),
  name: z.string(),
  by: z
    .strictObject({ name: z.string(), side: z.string().optional(), kind: z.string().optional() })
    .optional(),
  decisionMakers: z.array(decisionMaker),
  options: z.array(z.string()).describe('keys of the options, in the order of the patterns'),
  result: z.strictObject({
    method: z.enum(['fast', 'reference']),
    version: z.int(),
    settings: z.strictObject({ concepts: z.array(concept), sanctions: z.enum(['legal', 'once', 'single']) }),
    orders: readings.optional().describe('where some list has no known order: the orders gone through'),
    seed: z.int().optional(),
    complete: z.literal(true).optional(),
    truncated: z
      .literal(true)
      .optional()
      .describe('the work was stopped: what follows is what was found by then'),
  }),
  stateCount: z
    .int()
    .describe('number of feasible states; `states` lists those of interest where there are over 1,000'),
  states: z.array(state),
  deal,
  otherDeals: z
    .array(deal)
    .optional()
    .describe('against the stable states that improvements lead to, where the fallback is not stable'),
  statusQuoStable: stable,
  equilibria: z.record(z.string(), stateIds).describe('by concept'),
  mixed: stateIds.optional().describe('equilibria with each decision maker judged by its own concept'),
  verdict: z.strictObject({
    code: verdictCode,
    concept: concept.describe('the concept by which stable is judged here'),
    codeAtBest: verdictCode.optional().describe('if all that is not known turned out in favour of agreement'),
    agreementStable: stateIds,
    agreementPossible: stateIds.describe('stable for each decision maker in some reading only'),
    nearest: stateId.optional().describe('the agreement state nearest to holding'),
    blockedBy: z.array(z.strictObject({ decisionMaker, state: stateId, witness: witnessSchema })),
  }),
  sensitivity,
  leavesOut: z.array(z.strictObject({ says: z.string(), evidence: z.array(z.string()).optional() })),
  warnings: z.array(warning),
  why: z
    .array(
      z.strictObject({ decisionMaker, concept, state: stateId, stable: modality, witness: witnessSchema }),
    )
    .optional(),
});

/** What `analyze --json` prints. */
export const analyzeSchema = z.strictObject({
  impasse: z.literal(1),
  case: z.string().describe('title of the case'),
  accounts: z.array(account),
});

const premise = z.strictObject({
  kind: z.enum([
    'statement',
    'order',
    'preference',
    'bar',
    'forbidden',
    'agreement',
    'signatories',
    'noDeal',
    'statusQuo',
  ]),
  decisionMaker: decisionMaker.optional(),
  premise: z.string().optional().describe('id of the premise in `account`'),
  text: z.string().optional(),
  account: z.string().optional().describe('the account that holds it'),
  says: z.string().describe("the difference in words, with the premise's reason and evidence"),
});

/** What `compare --json` prints. */
export const compareSchema = z.strictObject({
  impasse: z.literal(1),
  case: z.string(),
  questions: z.array(z.string()),
  accounts: z.array(z.strictObject({ id: z.string(), name: z.string(), leavesOut: z.array(z.string()) })),
  table: z.array(
    z.strictObject({
      question: z.string(),
      cells: z.record(
        z.string(),
        z.strictObject({
          word: z.union([
            verdictCode,
            z.enum(['yes', 'in-some-reading', 'no', 'not-expressible', 'not-defined']),
          ]),
          states: stateIds,
          decisionMakers: z.array(decisionMaker),
        }),
      ),
    }),
  ),
  decides: z.array(
    z.strictObject({
      between: z.tuple([z.string(), z.string()]),
      premises: z.array(premise).describe('a minimal set; empty where none was found'),
      flips: z
        .record(z.string(), verdictCode)
        .describe('the verdict that each account has after the exchange, if it changes into the other’s'),
      searched: z.int().describe('number of sets tried'),
      upTo: z.int().describe('size of the largest sets tried'),
      exhausted: z.boolean(),
    }),
  ),
  notTransplantable: z.array(
    premise.extend({
      between: z.tuple([z.string(), z.string()]),
      into: z.string().describe('the account that cannot take it over'),
      options: z.array(z.string()).describe('the options that it would need'),
    }),
  ),
  complete: z.literal(true).optional(),
  truncated: z.literal(true).optional(),
});

const position = z.strictObject({ offset: z.int(), line: z.int(), column: z.int() });

/** What `check --json` prints. */
export const checkSchema = z.strictObject({
  impasse: z.literal(1),
  valid: z.boolean(),
  diagnostics: z.array(
    z.strictObject({
      code: z.enum(Object.keys(codes) as [string, ...string[]]),
      severity: z.enum(['error', 'warning']),
      message: z.string(),
      at: z.strictObject({ uri: z.string(), start: position, end: position }).optional(),
      expected: z.string().optional(),
      nearest: z.string().optional(),
      hint: z.string().optional(),
    }),
  ),
  accounts: z.array(z.strictObject({ account: z.string(), states: z.int(), warnings: z.array(warning) })),
});

/** The published schemas, by the name of their file. */
export const jsonSchemas: Readonly<Record<string, z.ZodType>> = {
  'analyze.schema.json': analyzeSchema,
  'compare.schema.json': compareSchema,
  'check.schema.json': checkSchema,
  'read.schema.json': readSchema,
  'draft.schema.json': draftSchema,
  'statements.schema.json': statementsSchema,
  'codebook.schema.json': codebookSchema,
  'positions.schema.json': positionsSchema,
  'networks.schema.json': networksSchema,
  'agreement.schema.json': agreementSchema,
  'unlock.schema.json': unlockSchema,
  'inverse.schema.json': inverseSchema,
  'coalitions.schema.json': coalitionsSchema,
  'robust.schema.json': robustSchema,
  'hypergame.schema.json': hypergameSchema,
  'ripeness.schema.json': ripenessSchema,
};
