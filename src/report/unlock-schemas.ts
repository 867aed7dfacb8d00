// Says what the JSON of `unlock` and `inverse` looks like; the published schemas are made from this.
import { z } from 'zod';
import { allEditKinds } from '../analysis/index.ts';
import { concept, decisionMaker, stateId } from './schema-parts.ts';

const way = z
  .array(
    z.strictObject({
      decisionMakers: z.array(decisionMaker).min(1),
      state: stateId.describe('where the move leads'),
    }),
  )
  .describe('moves one after another, each by one decision maker or by several at once');
const pattern = z
  .string()
  .regex(/^[YN]*$/)
  .describe('one letter for each option, in order; in option form');

const edit = z
  .strictObject({
    kind: z.enum(allEditKinds as readonly [string, ...string[]]),
    decisionMaker: decisionMaker
      .nullable()
      .describe('whose change it is; null where it is nobody’s or that of `members`'),
    members: z.array(decisionMaker).optional().describe('of a joint move or a package'),
    premise: z.string().optional().describe('DM.k or infeasible.k, k from 1'),
    from: z.int().min(1).optional().describe('place of the statement before'),
    to: z.int().min(1).optional().describe('its place after, before anything is dropped'),
    option: z.string().optional().describe('key of an option: changed, or whose change waives a statement'),
    options: z.array(z.string()).optional().describe('the two options of a package'),
    offer: z.string().optional(),
    direction: z.enum(['both', 'take', 'drop']).optional(),
    becomes: z.string().optional().describe('the statement after the change'),
    says: z.string().describe('the change in words'),
  })
  .describe('one change to the account');

const opening = z.strictObject({
  state: stateId.describe('an agreement state of the account after the changes'),
  pattern: pattern.optional(),
  name: z.string().optional().describe('in graph form'),
  equilibrium: z.array(concept).describe('concepts under which it is stable for all'),
  deal: z.boolean().describe('every signatory weakly, and one strictly, prefers it to no deal'),
  reachable: z
    .enum(['improvements', 'moves', 'joint', 'no'])
    .describe(
      'from the status quo: by improvements, by improvements with one joint move, by moves, or not at all',
    ),
  path: way.optional(),
  kept: z
    .boolean()
    .optional()
    .describe('of a deal: no improvements of the others leave a signatory below no deal'),
});

const found = z.strictObject({
  edits: z.array(edit).min(1).describe('a minimal set'),
  cost: z.int().describe('how many decision makers have to change or do something'),
  options: z
    .array(z.string())
    .optional()
    .describe('keys in the order of the patterns, where changes add some'),
  opens: z.array(opening).min(1),
});

const kept = z.strictObject({
  state: stateId.describe('a deal of the account as it stands'),
  kept: z.boolean(),
  breaches: z.array(
    z.strictObject({
      decisionMaker: decisionMaker.describe('a signatory whom it can leave worse off than no deal'),
      path: way,
      given: z.array(z.string()).describe('options that it changed for the deal and cannot change back'),
    }),
  ),
  repairs: z.array(
    z.union([
      z.strictObject({
        kind: z.literal('bind'),
        options: z.array(z.string()).describe('that must stay as agreed'),
      }),
      z.strictObject({
        kind: z.literal('value'),
        decisionMaker,
        swaps: z
          .int()
          .describe('how many states it would have to rank below the deal that it ranks above it'),
      }),
    ]),
  ),
});

const unlockAccount = z.strictObject({
  account: z.string(),
  name: z.string(),
  target: z.literal('agreement').describe('what is to be opened: some state that counts as an agreement'),
  concept,
  reach: z.enum(['improvements', 'moves', 'any']),
  maxEdits: z.int().describe('the most changes of a set'),
  kinds: z
    .array(z.enum(allEditKinds as readonly [string, ...string[]]))
    .describe('the kinds of changes that were tried'),
  options: z.array(z.string()).describe('keys of the options, in the order of the patterns'),
  noAgreementDefined: z.literal(true).optional(),
  holds: z.array(opening).describe('what is opened without any change; then no change is searched for'),
  found: z
    .array(found)
    .describe('every minimal set after which an agreement state is an equilibrium, reached as asked'),
  headline: z
    .strictObject({ holds: z.array(opening), found: z.array(found) })
    .describe(
      'the same for: an equilibrium, a deal, and reached by improvements with at most one joint move',
    ),
  kept: z.array(kept),
  candidates: z.int().describe('number of single changes'),
  searched: z.int().describe('number of sets judged, the empty one included'),
  exhausted: z.boolean().describe('every set up to the size asked for was tried that could be minimal'),
  truncated: z.literal(true).optional(),
  unlisted: z.array(decisionMaker).describe('whose preference is no list of statements'),
});

/** What `unlock --json` prints; what is found about a single account also stands beside `accounts`. */
export const unlockSchema = z.strictObject({
  impasse: z.literal(1),
  case: z.string(),
  accounts: z.array(unlockAccount),
  ...unlockAccount.partial().shape,
});

const byConcept = <T extends z.ZodType>(each: T) =>
  z.strictObject({ nash: each, gmr: each, smr: each, seq: each, sseq: each });
const number = z
  .union([z.int(), z.string().regex(/^\d+$/)])
  .describe('as digits where it is too large to be exact as a number');
const condition = z
  .strictObject({
    all: z.array(
      z.strictObject({
        move: stateId.describe('a state to which the decision maker could move'),
        any: z
          .array(
            z.strictObject({
              noBetter: z
                .array(stateId)
                .describe('states that must all be no better for it than the state asked about'),
              reply: way.describe(
                'the answer of the others that makes these matter; empty where the move itself must not pay',
              ),
            }),
          )
          .describe('one of which must be so'),
      }),
    ),
  })
  .describe(
    'the state is stable iff each of `all` has one of `any` that is so; the others’ preferences as they stand',
  );

const inverseAccount = z.strictObject({
  account: z.string(),
  name: z.string(),
  state: stateId,
  pattern: pattern.optional(),
  decisionMakers: z.record(
    z.string(),
    byConcept(
      z.strictObject({
        holds: z.boolean().describe('stable in every reading of what is not known'),
        holdsInSome: z.literal(true).optional(),
        swaps: z
          .int()
          .nullable()
          .describe('least number of adjacent swaps; null where there is not one complete ranking'),
        condition,
      }),
    ),
  ),
  together: z
    .partialRecord(concept, z.strictObject({ swaps: z.int(), holds: z.boolean() }))
    .describe('everybody’s swaps added up, and whether the state is an equilibrium after them'),
  rankings: number.optional().describe('m!, the number of strict rankings'),
  counts: z
    .record(z.string(), byConcept(number.nullable()))
    .optional()
    .describe(
      'of the strict rankings of a decision maker, the others fixed: how many make the state stable for it',
    ),
});

/** What `inverse --json` prints; what is found about a single account also stands beside `accounts`. */
export const inverseSchema = z.strictObject({
  impasse: z.literal(1),
  case: z.string(),
  accounts: z.array(inverseAccount),
  ...inverseAccount.partial().shape,
});
