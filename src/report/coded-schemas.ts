// Says what the JSON of `statements`, `codebook`, `positions`, `networks` and `agreement` looks like; the schemas are made from this.
import { z } from 'zod';
import {
  duplicatePolicies,
  oneModeAggregations,
  oneModeNormalisations,
  stanceScales,
  statementRecord,
  twoModeAggregations,
  twoModeNormalisations,
} from '../evidence/index.ts';

const envelope = {
  impasse: z.literal(1),
  case: z.string().describe('title of the case; empty where there is no case file'),
};
const date = z.iso.date();
const count = z.int().min(0);

/** What `statements --json` prints. */
export const statementsSchema = z.strictObject({
  ...envelope,
  statements: z.array(statementRecord).optional(),
  import: z
    .strictObject({
      added: z.array(statementRecord),
      changed: z.array(
        z.strictObject({
          id: z.string(),
          fields: z.record(z.string(), z.strictObject({ from: z.unknown(), to: z.unknown() })),
        }),
      ),
      unchanged: count.describe('rows that say what is known already'),
      written: z.boolean().describe('false for a preview'),
    })
    .optional()
    .describe('with --import; missing where the table is wrong'),
  diagnostics: z
    .array(z.looseObject({ code: z.string(), severity: z.enum(['error', 'warning']), message: z.string() }))
    .optional()
    .describe('with --import'),
});

const names = z.array(z.string());
const statementIds = names.describe('ids of the statements that have it');

/** What `codebook --json` prints. */
export const codebookSchema = z.strictObject({
  ...envelope,
  actors: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      aliases: names,
      metonyms: names,
      memberOf: names,
      roles: z.array(
        z.strictObject({ role: z.string(), from: z.string().optional(), to: z.string().optional() }),
      ),
      decisionMaker: z.string().optional(),
      statements: statementIds,
    }),
  ),
  concepts: z.array(
    z.strictObject({
      id: z.string(),
      name: z.string(),
      keywords: names,
      parent: z.string().optional(),
      opposite: z.string().optional(),
      option: z.string().optional(),
      value: z.boolean().optional(),
      statements: statementIds,
    }),
  ),
  change: z
    .strictObject({
      statements: z.array(
        z.strictObject({
          statement: z.string(),
          field: z.enum(['speaker', 'holder', 'addressee', 'concept']),
          from: z.string(),
          to: z.string(),
        }),
      ),
      added: names,
      removed: names,
      altered: names,
      written: z.boolean().describe('false for a preview'),
    })
    .optional()
    .describe('with --rename, --merge, --split or --recode'),
});

const position = z.strictObject({
  actor: z.string(),
  concept: z.string(),
  count: count.describe('mentions; the kinds of stance add up to it'),
  for: count,
  against: count,
  neutral: count,
  conditional: count,
  unknown: count.describe('the stance is not coded'),
  mean: z.number().min(-2).max(2).nullable().describe('of stances on the scale from -2 to 2'),
  statements: z.array(z.string()),
  documents: z.array(z.string()),
});
const positions = {
  actors: z.array(z.string()).describe('by falling number of mentions'),
  concepts: z.array(z.string()),
  positions: z.array(position),
};
const window = { start: date, middle: date, end: date.describe('the last day in it') };

/** What `positions --json` prints. */
export const positionsSchema = z.strictObject({
  ...envelope,
  ...positions,
  windows: z
    .array(z.strictObject({ ...window, ...positions }))
    .optional()
    .describe('with --window'),
});

const kind = z.enum(['actor', 'concept']);
const network = z.strictObject({
  mode: z.enum(['two-mode', 'one-mode']),
  kinds: z.tuple([kind, kind]).describe('what rows and columns are'),
  rows: z.array(z.string()),
  columns: z.array(z.string()),
  weights: z.array(z.array(z.number())).describe('rows × columns'),
  legend: z
    .record(z.string(), z.string())
    .optional()
    .describe('the stances that a combined weight stands for'),
  leftOut: count.describe('mentions whose stance has no place: conditional, unknown or, by sign, neutral'),
});

/** What `networks --json` prints. */
export const networksSchema = z.strictObject({
  ...envelope,
  settings: z.strictObject({
    mode: z.enum(['two-mode', 'actors', 'concepts']),
    aggregate: z.enum([...new Set([...twoModeAggregations, ...oneModeAggregations])]),
    normalise: z.enum([...new Set([...twoModeNormalisations, ...oneModeNormalisations])]),
    stance: z.enum(stanceScales),
    duplicates: z.enum(duplicatePolicies),
  }),
  network: network.optional(),
  windows: z
    .array(z.strictObject({ ...window, mentions: count, network }))
    .optional()
    .describe('with --window'),
});

const coefficient = z
  .strictObject({
    value: z.number().max(1).nullable().describe('null where it is not defined'),
    observed: z.number().nullable(),
    expected: z.number().nullable(),
    units: count,
  })
  .describe('observed and expected are agreement; of the alphas, disagreement');
const score = z.strictObject({
  precision: z.number().nullable(),
  recall: z.number().nullable(),
  f1: z.number().nullable(),
  hits: count,
  found: count,
  reference: count,
});

/** What `agreement --json` prints. */
export const agreementSchema = z.strictObject({
  ...envelope,
  coders: z.array(z.string()),
  documents: z.array(z.string()).describe('in which every coder has a statement'),
  notCompared: z.array(z.string()),
  statements: z.array(count).describe('of each coder'),
  shared: count.describe('units that at least two coders have'),
  units: z.array(
    z.strictObject({
      document: z.string(),
      statements: z.array(z.string().nullable()).describe('of each coder'),
    }),
  ),
  spans: z.array(
    z.strictObject({
      between: z.tuple([z.string(), z.string()]),
      exact: score,
      soft: score,
      character: score,
    }),
  ),
  unitizing: z.strictObject({
    alike: coefficient,
    byKind: coefficient,
    kinds: z.record(z.string(), coefficient),
  }),
  fields: z.array(
    z.strictObject({
      field: z.string(),
      level: z.enum(['nominal', 'ordinal']),
      percent: coefficient,
      cohen: coefficient.optional().describe('of two coders'),
      fleiss: coefficient,
      krippendorff: coefficient,
    }),
  ),
});
