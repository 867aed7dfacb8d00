// Says what the JSON of `coalitions`, `robust`, `hypergame` and `ripeness` looks like; the schemas are made from this.
import { z } from 'zod';
import { concept, decisionMaker, stateId } from './schema-parts.ts';

const stateIds = z.array(stateId);
const conceptList = z.array(concept);
const modality = z.enum(['every', 'some', 'none']);
const byConcept = <T extends z.ZodType>(each: T) =>
  z.strictObject({ nash: each, gmr: each, smr: each, seq: each, sseq: each }).partial();
const ending = {
  complete: z.literal(true).optional(),
  truncated: z.literal(true).optional().describe('the work was stopped: this is what was found by then'),
};
const account = { account: z.string().describe('id of the account'), name: z.string() };
/** What is found about a single account also stands beside `accounts`. */
const envelope = { impasse: z.literal(1), case: z.string().describe('title of the case') };

const coalitionAccount = z.strictObject({
  ...account,
  gain: z
    .enum(['all', 'pareto'])
    .describe('a coalition moves where all its members gain, or where some gains and none loses'),
  coalitions: z.array(
    z.strictObject({
      members: z.array(decisionMaker).min(1),
      concepts: byConcept(stateIds).describe('the states that are stable for the coalition'),
    }),
  ),
  universal: byConcept(stateIds)
    .optional()
    .describe('states stable for every coalition there is; missing where only some were judged'),
  joint: z
    .array(
      z.strictObject({
        members: z.array(decisionMaker).min(2),
        from: stateId.describe('the status quo, or an equilibrium that improvements lead to'),
        to: stateId.describe(
          'better for each member; no part of the coalition improves to it, nor do single steps',
        ),
        agreement: z.boolean(),
        open: conceptList.describe('under which the others have no answer that deters it'),
      }),
    )
    .describe('who would have to move together, smaller coalitions first'),
  extensions: conceptList.describe('concepts that are extensions by analogy here'),
  ...ending,
});

/** What `coalitions --json` prints. */
export const coalitionsSchema = z.strictObject({
  ...coalitionAccount.partial().shape,
  ...envelope,
  accounts: z.array(coalitionAccount),
});

const share = z.number().min(0).max(1);
const robustness = z.strictObject({
  word: modality.describe('of the readings'),
  share: share.describe('of the readings looked at'),
  interval: z.tuple([share, share]).optional().describe('95 % Wilson interval, where sampled'),
  proven: z.boolean().describe('true where the word holds of all readings, not only of those drawn'),
  completions: modality
    .optional()
    .describe(
      'of the completions of unknown pairs, each pair on its own and possibly a tie; up to 1,024 states',
    ),
});

const robustAccount = z.strictObject({
  ...account,
  method: z.enum(['exact', 'sampled']),
  readings: z.number().describe('how many readings were looked at'),
  total: z.number().describe('how many there are'),
  seed: z.int().optional().describe('where sampled'),
  noise: z.int().describe('exchanges of neighbouring priorities in each list of known order'),
  ties: z.boolean().describe('whether an unknown pair may be a tie'),
  stateCount: z
    .int()
    .describe('number of states; `states` lists up to 1,000 that hold in some reading where there are more'),
  states: z.array(
    z.strictObject({
      id: stateId,
      pattern: z.string().optional(),
      name: z.string().optional(),
      agreement: z.boolean(),
      statusQuo: z.boolean(),
      concepts: byConcept(robustness).describe('is the state an equilibrium?'),
      flips: byConcept(
        z.strictObject({
          decisionMaker: decisionMaker.describe('in whose ranking'),
          swaps: z.int().min(1).describe('the fewest adjacent swaps after which it is no equilibrium'),
          exact: z.boolean().describe('false where fewer may do'),
        }),
      ).describe('of an equilibrium of the preferences as listed'),
    }),
  ),
  agreement: byConcept(robustness).optional().describe('is some agreement state an equilibrium?'),
  decidedBy: z
    .array(decisionMaker)
    .describe(
      'whose unknowns alone change whether an agreement, or without one the status quo, holds by seq',
    ),
  variations: z
    .array(
      z.strictObject({
        decisionMaker,
        method: z.enum(['exact', 'sampled']),
        total: z.number().describe('readings of its preference'),
        verdict: modality,
      }),
    )
    .describe('each decision maker whose preference is not fully known, the others as listed'),
  strength: z
    .array(
      z.strictObject({
        state: stateId,
        concept,
        degree: z.enum(['strong', 'weak']),
        weakFor: z.array(decisionMaker),
      }),
    )
    .nullable()
    .optional()
    .describe('with --strength: equilibria by strength of preference; null where nothing is marked strong'),
  ...ending,
});

/** What `robust --json` prints. */
export const robustSchema = z.strictObject({
  ...robustAccount.partial().shape,
  ...envelope,
  accounts: z.array(robustAccount),
  everyAccount: z
    .strictObject({
      accounts: z.array(z.string()),
      questions: z.array(
        z.strictObject({
          question: z.enum(['agreement', 'statusQuo']),
          concept,
          answers: z.record(z.string(), modality).describe('by account'),
          everywhere: modality.optional().describe('what every account answers'),
        }),
      ),
      states: z
        .array(
          z.strictObject({
            name: z.string(),
            states: z.record(z.string(), stateId).describe('by account'),
            concepts: conceptList,
          }),
        )
        .optional()
        .describe('equilibria in every reading of every account; where all have the same options'),
    })
    .optional()
    .describe('what holds in every account, by name, where there are several'),
});

const pattern = z
  .string()
  .describe('one letter for each option of the case; in graph form the id of the state');

/** What `hypergame --json` prints. */
export const hypergameSchema = z.strictObject({
  ...envelope,
  options: z.array(z.string()).describe('keys, in the order of the patterns'),
  hypergame: z.record(z.string(), z.string()).describe('the account that each decision maker sees'),
  leftOut: z.array(decisionMaker).describe('those for whom the case names no account'),
  levels: z.literal(1).describe('what one believes of what another believes is not asked'),
  equilibria: byConcept(z.array(pattern)).describe('what is stable for each in the account that it sees'),
  expected: z
    .array(
      z.strictObject({
        account: z.string(),
        by: z.array(decisionMaker).describe('those who see that account'),
        state: pattern,
        taken: z.array(z.string()),
        id: stateId.describe('in that account'),
        concepts: conceptList,
        leavers: z.array(
          z.strictObject({ decisionMaker, account: z.string(), to: stateId.optional(), says: z.string() }),
        ),
        unknownTo: z.array(decisionMaker),
      }),
    )
    .describe('what an account that is seen has hold, and the hypergame does not'),
  against: z.array(
    z.strictObject({
      account: z.string().describe('the account measured against'),
      states: z.array(
        z.strictObject({
          state: pattern,
          taken: z.array(z.string()).describe('keys of the options taken'),
          id: stateId.optional().describe('in that account'),
          equilibrium: conceptList.describe('stable for each in the account that it sees'),
          accountEquilibrium: conceptList,
          labels: byConcept(z.enum(['agreed', 'phantom', 'hidden', 'unrecognised'])),
          unrecognisedBy: z.array(decisionMaker),
          views: z.record(
            z.string(),
            z.strictObject({
              recognised: z.boolean(),
              state: stateId.optional().describe('in the account that it sees'),
              stable: conceptList,
              stableInAccount: conceptList.optional(),
            }),
          ),
          because: z.array(
            z.strictObject({
              concept,
              decisionMaker,
              stays: z.boolean(),
              reason: z.enum([
                'unknown-state',
                'no-such-move',
                'reply-does-not-pay',
                'improvement',
                'deterred',
                'other',
              ]),
              says: z.string(),
            }),
          ),
        }),
      ),
    }),
  ),
  ...ending,
});

const ripenessWord = z.enum(['yes', 'in-some-reading', 'no', 'no-evidence']);
const cell = { word: ripenessWord, says: z.string(), evidence: z.array(z.string()) };
const ripenessAccount = z.strictObject({
  ...account,
  class: z.enum(['still-winning', 'ripe', 'no-way-out', 'one-sided-hurt', 'soft-stalemate', 'open']),
  parties: z.array(
    z.strictObject({
      decisionMaker,
      stuck: z.strictObject(cell),
      hurting: z.strictObject(cell),
      wayOut: z.strictObject({
        ...cell,
        state: stateId.optional(),
        ownView: z.strictObject({ account: z.string(), word: ripenessWord }).optional(),
      }),
    }),
  ),
});

/** What `ripeness --json` prints. */
export const ripenessSchema = z.strictObject({
  ...ripenessAccount.partial().shape,
  ...envelope,
  accounts: z.array(ripenessAccount),
});
