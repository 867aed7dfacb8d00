// Says what the parts are that the published schemas have in common.
import { z } from 'zod';

export const stateId = z
  .int()
  .min(1)
  .describe('id of a state, from 1 in increasing decimal order (first option = lowest bit)');
export const concept = z
  .enum(['nash', 'gmr', 'smr', 'seq', 'sseq'])
  .describe('solution concept; nash is also called R');
export const decisionMaker = z.string().describe('id of a decision maker');
