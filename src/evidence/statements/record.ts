// Says what one statement looks like in a file or in JSON, and what stands where a field is left out.
import { z } from 'zod';
import { grades, sourceIdentities, statementKinds, statementStatuses } from '../types/statement.ts';

const offset = z.int().min(0).describe('in UTF-16 code units of the body');
const quote = z.strictObject({ start: offset, end: offset, text: z.string() });
const names = z.array(z.string());
const stance = z
  .union([z.literal([-2, -1, 0, 1, 2]), z.literal('conditional'), z.null()])
  .describe('from strongly against to strongly for; conditional on `condition`; null where not known');

const coding = {
  start: offset,
  end: offset.describe('end exclusive, in UTF-16 code units of the body'),
  text: z.string().describe('body.slice(start, end)'),
  prefix: z.string().default('').describe('the text before the span, by which it is found again'),
  suffix: z.string().default('').describe('the text behind the span'),
  speaker: names.describe('whose words: ids of actors, or names as the document has them'),
  holder: names.default([]).describe('whose stance'),
  addressee: names.default([]),
  grade: z
    .enum(grades)
    .describe(
      "how the document gives it; author: in the author's own voice; mental: what somebody is said to think or want",
    ),
  quoted: z.boolean().default(false).describe('whether the span holds, or is, words in quotation marks'),
  source: z.enum(sourceIdentities).default('named').describe('whether the document says who the source is'),
  kind: z.enum(statementKinds),
  concept: z.string().nullable().default(null).describe('id of a concept of the codebook'),
  stance: stance.default(null),
  condition: z.string().nullable().default(null).describe('the words on which it depends'),
};

const change = z.strictObject({
  at: z.string(),
  by: z.string(),
  before: z
    .strictObject(
      Object.fromEntries(
        Object.entries({ ...coding, status: z.enum(statementStatuses) }).map(([key, type]) => [
          key,
          (type instanceof z.ZodDefault ? type.unwrap() : type) as z.ZodType,
        ]),
      ),
    )
    .partial()
    .describe('the values that the change replaced'),
});

/** One statement, without the document it belongs to. */
export const statementFields = {
  id: z.string(),
  ...coding,
  hedges: z.array(quote).default([]).describe('words that weaken it; highlighted, never scored'),
  loaded: z.array(quote).default([]).describe('words that judge; highlighted, never scored'),
  attribution: quote.nullable().default(null).describe('the words that say who speaks'),
  within: z.string().nullable().default(null).describe('id of the statement within which it is reported'),
  concepts: z
    .array(z.strictObject({ concept: z.string(), score: z.number().min(0).max(1) }))
    .default([])
    .describe('concepts that may be meant, best first'),
  dates: z.array(quote.extend({ date: z.string().describe('ISO 8601') })).default([]),
  coder: z.string().default(''),
  origin: z
    .string()
    .regex(/^(?:human|rule:.+|model:.+)$/)
    .default('human'),
  rule: z.string().nullable().default(null).describe('the rule that suggested it'),
  score: z.number().min(0).max(1).nullable().default(null).describe('how sure the suggestion was'),
  status: z.enum(statementStatuses).default('suggested'),
  history: z.array(change).default([]).describe('oldest first'),
};

/** One line of `statements/ID.jsonl`. */
export const statementRecord = z.strictObject({ ...statementFields, document: z.string() });
