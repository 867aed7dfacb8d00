// Says what `read --json` prints; the published schema is made from this.
import { z } from 'zod';
import { statementFields } from '../evidence/index.ts';

/** What `read --json` prints. */
export const readSchema = z.strictObject({
  impasse: z.literal(1),
  documents: z.array(
    z.strictObject({
      document: z.string().describe('id, from the name of the file'),
      path: z.string().describe('as it was given, or found in a folder that was given'),
      format: z.enum(['text', 'markdown', 'html', 'docx', 'pdf']),
      sha256: z.string().describe("of the file's bytes"),
      bodySha256: z.string().describe('of the body in UTF-8'),
      offset: z
        .int()
        .min(0)
        .describe(
          'where the body begins in the file as decoded, in UTF-16 code units, a byte-order mark not counted',
        ),
      length: z.int().min(0).describe('of the body, in UTF-16 code units'),
      title: z.string().optional(),
      author: z.string().optional(),
      outlet: z.string().optional(),
      date: z.string().optional().describe('ISO 8601'),
      url: z.string().optional(),
      language: z.string().optional(),
      genre: z.string().optional(),
      body: z.string().optional().describe('with --body'),
      truncated: z.literal(true).optional().describe('the end of the body was not looked at'),
      statements: z.array(z.strictObject(statementFields)),
    }),
  ),
  diagnostics: z.array(
    z.looseObject({ code: z.string(), severity: z.enum(['error', 'warning']), message: z.string() }),
  ),
});
